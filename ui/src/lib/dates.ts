// Calendar dates as text. Channel times are computed by the core; here are only dates to go to and their names.

import type { Values } from './words.svelte'

type Say = (id: string, values?: Values) => string

function parts(date: string): [year: number, month: number, day: number] {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number)
  return [year, month, day]
}

/** So many days later: `2024-07-01` and 7 make `2024-07-08`. */
export function plusDays(date: string, days: number): string {
  const [year, month, day] = parts(date)
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10)
}

/** Days from a date to a later one. */
export function daysBetween(from: string, until: string): number {
  const [a, b] = [parts(from), parts(until)].map(([year, month, day]) => Date.UTC(year, month - 1, day))
  return Math.round(((b ?? 0) - (a ?? 0)) / 86_400_000)
}

/** The Monday of a date's week. */
export function monday(date: string): string {
  const [year, month, day] = parts(date)
  return plusDays(date, -((new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7))
}

/** `Tue 2 July 2024`. */
export function dateName(date: string, say: Say): string {
  const [year, month, day] = parts(date)
  const weekday = (new Date(Date.UTC(year, month - 1, day)).getUTCDay() + 6) % 7
  return say('date-full', { weekday: say(`weekday-${weekday}`), day: String(day), month: say(`month-${month}`), year: String(year) })
}

/** `1–7 July 2024`. */
export function weekName(from: string, say: Say): string {
  return spanName(from, plusDays(from, 6), say)
}

/** The dates from one to another: `1–7 July 2024`, `2 July 2024`. */
export function spanName(from: string, until: string, say: Say): string {
  if (from === until) return dateShort(from, say)
  const [year, month, day] = parts(from)
  const [lastYear, lastMonth, lastDay] = parts(until)
  const values = {
    day: String(day), month: say(`month-${month}`), year: String(year),
    'last-day': String(lastDay), 'last-month': say(`month-${lastMonth}`), 'last-year': String(lastYear),
  }
  return say(month === lastMonth ? 'date-week' : 'date-week-two-months', values)
}

/** `2 Jul 2024`. */
export function dateShort(date: string, say: Say): string {
  const [year, month, day] = parts(date)
  return say('date-short', { day: String(day), month: say(`month-${month}`), year: String(year) })
}

/** Days since 1970-01-01. */
export function dayNumber(date: string): number {
  const [year, month, day] = parts(date)
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}
