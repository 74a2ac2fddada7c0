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
  if (year !== lastYear) return say('date-week-two-years', values)
  return say(month === lastMonth ? 'date-week' : 'date-week-two-months', values)
}

/** `July 2024`: the month alone, in its own form. */
export function monthName(date: string, say: Say): string {
  const [year, month] = parts(date)
  return say('month-of-year', { month: say(`month-alone-${month}`), year: String(year) })
}

/** `2 July 2024`, kept together in a line. */
export function dateShort(date: string, say: Say): string {
  const [year, month, day] = parts(date)
  return say('date-short', { day: String(day), month: say(`month-${month}`), year: String(year) }).replaceAll(' ', '\u00a0')
}

/** `2 Jul 2024`, where many stand below each other. */
export function dateInTable(date: string, say: Say): string {
  const [year, month, day] = parts(date)
  return say('date-in-table', { day: String(day), month: say(`month-short-${month}`), year: String(year) })
}

const MOMENT = /(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(?::\d\d(?:\.\d+)?)?(?:(Z)|[+-]\d\d:\d\d)?)?/g

/** Dates and moments as the core writes them, as one says them: `2024-07-02T15:00:00+05:00` as `2 July 2024 15:00`. Other text stays as it is. */
export function dated(text: string, say: Say): string {
  if (!/^\d{4}-/.test(text) || !/^[\s,–]*$/.test(text.replace(MOMENT, ''))) return text
  return text.replace(MOMENT, (written, date: string, time?: string, utc?: string) => {
    if (!dateOf(...parts(date))) return written
    return [dateShort(date, say), time, utc && 'UTC'].filter(Boolean).join(' ')
  })
}

/** A date as people type it, none where it is none: `2024-07-01`, `1.7.2024`, `1/7/24`, or without a year the one nearest to a date. */
export function typedDate(text: string, near: string): string | undefined {
  const numbers = text.trim().match(/^\d{1,4}([-./\s])\d{1,2}(?:\1\d{1,4})?\1?$/)?.[0].match(/\d+/g)
  if (!numbers) return undefined
  const [first = '', second = '', third] = numbers
  const isYearFirst = first.length === 4
  if (isYearFirst ? third === undefined : first.length > 2) return undefined
  const [day, month] = isYearFirst ? [Number(third), Number(second)] : [Number(first), Number(second)]
  const year = isYearFirst ? first : third
  if (year !== undefined) return dateOf(year.length === 2 ? 2000 + Number(year) : Number(year), month, day)
  const [now] = parts(near)
  const around = [now - 1, now, now + 1].flatMap((one) => dateOf(one, month, day) ?? [])
  return around.toSorted((a, b) => Math.abs(daysBetween(near, a)) - Math.abs(daysBetween(near, b)))[0]
}

function dateOf(year: number, month: number, day: number): string | undefined {
  const text = [String(year).padStart(4, '0'), ...[month, day].map((one) => String(one).padStart(2, '0'))].join('-')
  const date = new Date(`${text}T00:00:00Z`)
  return year >= 1900 && year < 2200 && !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text) ? text : undefined
}

/** The dates of a month's calendar, whole weeks from Monday on. */
export function monthDates(date: string): string[] {
  const first = monday(`${date.slice(0, 8)}01`)
  const [year, month] = parts(date)
  const last = new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
  return Array.from({ length: 7 * Math.ceil((daysBetween(first, last) + 1) / 7) }, (_, n) => plusDays(first, n))
}

/** The first day of a month so many months later. */
export function plusMonths(date: string, months: number): string {
  const [year, month] = parts(date)
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10)
}

/** Days since 1970-01-01. */
export function dayNumber(date: string): number {
  const [year, month, day] = parts(date)
  return Math.round(Date.UTC(year, month - 1, day) / 86_400_000)
}
