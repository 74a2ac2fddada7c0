// The catalogue's keys; those of its tree are the tree's own.

import { bind, tell } from '../../lib/keys'
import { desk } from '../../lib/desk.svelte'
import { catalogue } from './catalogue.svelte'

bind('catalogue', [
  { code: 'Slash', shown: '/', word: 'filter', act: () => document.getElementById('catalogue-filter')?.focus() },
  { code: 'KeyF', ctrl: true, shown: 'Ctrl F', word: 'filter', act: () => document.getElementById('catalogue-filter')?.focus() },
  { code: 'KeyN', shown: 'N', word: 'new-programme', act: () => (desk.dialog = 'new-programme') },
  { code: 'Digit1', shown: '1', word: 'level-0', act: () => catalogue.toDepth(0) },
  { code: 'Digit2', shown: '2', word: 'level-1', act: () => catalogue.toDepth(1) },
  { code: 'Digit3', shown: '3', word: 'level-2', act: () => catalogue.toDepth(2) },
  { code: 'Digit4', shown: '4', word: 'level-3', act: () => catalogue.toDepth(3) },
])
tell('catalogue', [
  { shown: 'Enter · F2', word: 'catalogue-key-edit' },
  { shown: 'Tab', word: 'catalogue-key-next' },
  { shown: '← →', word: 'catalogue-key-open' },
  { shown: 'Space', word: 'catalogue-key-choose' },
  { shown: 'Delete', word: 'catalogue-key-remove' },
])
