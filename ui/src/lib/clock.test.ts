import { afterEach, expect, test, vi } from 'vitest'

vi.stubGlobal('localStorage', { getItem: () => null, setItem: () => undefined })
const { clock, hour } = await import('./clock')
const { profile } = await import('./profile.svelte')

afterEach(() => profile.setHours('broadcast'))

test('the broadcast day counts on past midnight', () => {
  expect([clock('21:00'), clock('25:30'), clock('29:59:30'), clock(null), hour(25 * 60)]).toEqual(['21:00', '25:30', '29:59:30', '', '25'])
})

test('a clock begins anew, and says that it is the next day', () => {
  profile.setHours('clock')
  expect([clock('21:00'), clock('23:59'), clock('24:00'), clock('25:30'), clock('29:59:30'), hour(25 * 60)]).toEqual([
    '21:00', '23:59', '00:00⁺¹', '01:30⁺¹', '05:59:30⁺¹', '01',
  ])
})
