// The screens, in the order of the rail. A screen is a folder here: its parts, its state, its keys.

import { CalendarDays, ChartColumn, ClipboardList, FileClock, LayoutGrid, Library, Settings2, Share, Sparkles } from '@lucide/svelte'
import type { Component } from 'svelte'

import type { Screen } from '../lib/desk.svelte'
import { bindPlace } from '../lib/keys'
import './asrun/keys'
import AsRun from './asrun/AsRun.svelte'
import './calculate/keys'
import Calculate from './calculate/Calculate.svelte'
import './changes/keys'
import Changes from './changes/Changes.svelte'
import './grid/keys'
import Grid from './grid/Grid.svelte'
import GridTools from './grid/Tools.svelte'
import './publishing/keys'
import Publishing from './publishing/Publishing.svelte'
import './catalogue/keys'
import Catalogue from './catalogue/Catalogue.svelte'
import './reports/keys'
import Reports from './reports/Reports.svelte'
import './schedule/keys'
import Schedule from './schedule/Schedule.svelte'
import ScheduleTools from './schedule/Tools.svelte'
import Settings from './settings/Settings.svelte'

export interface Place {
  /** Its name is the message of this id. */
  screen: Screen
  /** The letter that leads there after G. */
  letter: string
  icon: Component<{ size?: number }>
  shown: Component
  /** Its part of the bar. */
  tools?: Component
}

export const PLACES: Place[] = [
  { screen: 'schedule', letter: 'S', icon: CalendarDays, shown: Schedule, tools: ScheduleTools },
  { screen: 'catalogue', letter: 'T', icon: Library, shown: Catalogue },
  { screen: 'grid', letter: 'R', icon: LayoutGrid, shown: Grid, tools: GridTools },
  { screen: 'calculate', letter: 'C', icon: Sparkles, shown: Calculate },
  { screen: 'changes', letter: 'D', icon: ClipboardList, shown: Changes },
  { screen: 'publishing', letter: 'X', icon: Share, shown: Publishing },
  { screen: 'asrun', letter: 'A', icon: FileClock, shown: AsRun },
  { screen: 'reports', letter: 'P', icon: ChartColumn, shown: Reports },
  { screen: 'settings', letter: ',', icon: Settings2, shown: Settings },
]

for (const { letter, screen } of PLACES) bindPlace(letter === ',' ? 'Comma' : `Key${letter}`, screen)
