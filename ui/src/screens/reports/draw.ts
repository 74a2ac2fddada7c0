// Draws a chart with ECharts, as SVG. Loaded when the first chart is shown and no sooner: the window starts without it.

import { BarChart, ScatterChart } from 'echarts/charts'
import { GridComponent, LegendComponent, TooltipComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'

import { words } from '../../lib/words.svelte'
import { figure, type Chart, type Series } from './charts'

use([BarChart, ScatterChart, GridComponent, LegendComponent, TooltipComponent, SVGRenderer])

/** The room that names of things take at most. */
const NAMES_PX = 320
/** How pale the second kind of a thing is: on paper without colour too it is plainly lighter. */
const PALE = 0.38

/** What text and lines are drawn in, of the theme as it is. */
function look() {
  const style = getComputedStyle(document.documentElement)
  const of = (name: string) => style.getPropertyValue(name).trim()
  return { of, ink: of('--ink'), soft: of('--soft'), line: of('--line'), raised: of('--raised'), paper: of('--paper'), font: of('--font') }
}

function option(chart: Chart) {
  const { of, ink, soft, line, raised, paper, font } = look()
  const things = { type: 'category' as const, data: chart.things, inverse: chart.lying, axisTick: { show: false }, axisLine: { lineStyle: { color: line } }, axisLabel: { color: soft, width: NAMES_PX, overflow: 'truncate' as const, hideOverlap: true } }
  const values = {
    type: 'value' as const, max: chart.unit === 'percent' ? 100 : undefined, minInterval: chart.unit === 'count' ? 1 : undefined,
    splitLine: { lineStyle: { color: line } }, axisLabel: { color: soft, formatter: (value: number) => (chart.unit === 'percent' ? `${value} %` : Number.isInteger(value) ? words.whole(value) : words.decimal(String(value))) },
  }
  const bars = chart.series.map((one: Series) => ({
    type: 'bar' as const, name: one.name, stack: 'all', data: one.values, barMaxWidth: 22, barMinWidth: 3,
    itemStyle: { color: of(one.colour), opacity: one.pale ? PALE : 1, borderColor: paper, borderWidth: 1 }, emphasis: { disabled: true },
  }))
  const due = chart.due
    ? [{ type: 'scatter' as const, name: chart.due.name, symbol: 'rect', symbolSize: [3, 24], itemStyle: { color: ink }, emphasis: { disabled: true }, z: 5, data: chart.due.values.flatMap((value, at) => (value === null ? [] : [chart.lying ? [value, at] : [at, value]])) }]
    : []
  return {
    animation: false,
    textStyle: { fontFamily: font, color: ink, fontSize: 12 },
    grid: { left: 4, right: 24, top: 34, bottom: 4, containLabel: true },
    legend: { top: 0, left: 0, itemWidth: 12, itemHeight: 12, textStyle: { color: soft }, selectedMode: false },
    tooltip: {
      trigger: 'axis' as const, axisPointer: { type: 'none' as const }, confine: true, backgroundColor: raised, borderColor: line, textStyle: { color: ink, fontSize: 12 },
      valueFormatter: (value: unknown) => {
        const number: unknown = Array.isArray(value) ? value[chart.lying ? 0 : 1] : value
        return typeof number === 'number' ? figure(number, chart.unit) : ''
      },
    },
    xAxis: chart.lying ? values : things,
    yAxis: chart.lying ? things : values,
    series: [...bars, ...due],
  }
}

/** Draws into a box; what it returns draws again, follows the box's size, and ends. */
export function draw(box: HTMLElement, first: Chart) {
  const drawn = init(box, undefined, { renderer: 'svg' })
  drawn.setOption(option(first))
  return {
    again: (chart: Chart) => drawn.setOption(option(chart), { notMerge: true }),
    fit: () => drawn.resize(),
    end: () => drawn.dispose(),
  }
}
