import { expect, test } from 'vitest'
import { readDrawing } from './drawing.ts'
import { Report } from './report.ts'

function read(inner: string, top = 'xmlns="http://www.w3.org/2000/svg" viewBox="0 0 320 200"') {
  const report = new Report()
  return { drawing: readDrawing(`<svg ${top}>\n${inner}\n</svg>`, 'who.svg', 'b7', report), faults: report.text }
}

test('shapes and words become a tree, with the names of attributes that a page uses and ids of the block', () => {
  const { drawing, faults } = read(
    '<defs><marker id="tip"><path d="M0 0"/></marker></defs>\n<!-- a note -->\n<line x1="1" stroke-width="2" marker-end="url(#tip)"/><text>A &amp; <tspan>B</tspan></text>',
    'xmlns="http://www.w3.org/2000/svg" width="320" viewBox="0 0 320 200" role="img"',
  )
  expect(faults).toBe('')
  expect(drawing).toEqual({
    tag: 'svg',
    attributes: { viewBox: '0 0 320 200' },
    children: [
      {
        tag: 'defs',
        attributes: {},
        children: [{ tag: 'marker', attributes: { id: 'b7-tip' }, children: [{ tag: 'path', attributes: { d: 'M0 0' }, children: [] }] }],
      },
      { tag: 'line', attributes: { x1: '1', strokeWidth: '2', markerEnd: 'url(#b7-tip)' }, children: [] },
      { tag: 'text', attributes: {}, children: ['A & ', { tag: 'tspan', attributes: {}, children: ['B'] }] },
    ],
  })
})

test.each([
  ['<script>alert(1)</script>', /who.svg:2: A drawing cannot hold <script>/],
  ['<foreignObject></foreignObject>', /A drawing cannot hold <foreignObject>/],
  ['<image href="https://example.org/a.png"/>', /A drawing cannot hold <image>/],
  ['<style>text { fill: red }</style>', /A drawing cannot hold <style>/],
  ['<rect onclick="alert(1)"/>', /cannot hold the attribute onclick/],
  ['<rect style="fill: red"/>', /cannot hold the attribute style/],
  ['<rect\n  width="1"\n fill="url(https://example.org/a.svg#b)"/>', /who.svg:2: fill refers to something outside the drawing/],
  ['<rect fill="url(&#104;ttps://example.org/a.svg#b)"/>', /fill refers to something outside the drawing/],
  ['<g><rect/>', /<\/svg> closes nothing: <g> is open here/],
  ['<rect width=1/>', /who.svg:2: This is not an SVG/],
  ['<text>A & B</text>', /Write & as &amp;/],
  ['Words', /"Words" stands outside a text element/],
])('%s is refused', (inner, fault) => {
  const { drawing, faults } = read(inner)
  expect(drawing).toBeNull()
  expect(faults).toMatch(fault)
})

test('a drawing without a viewBox, and one whose words would be too small on a narrow screen, are refused', () => {
  expect(read('<rect/>', '').faults).toMatch(/^who.svg:1: The drawing needs a viewBox/)
  expect(read('<g font-size="14"><text>Who</text></g>', 'viewBox="0 0 640 200"').faults).toBe(
    'who.svg:1: Words of size 14 in a drawing 640 wide are too small to read on a narrow screen: make them at least 23',
  )
  expect(read('<g font-size="24"><text>Who</text></g>', 'viewBox="0 0 640 200"').faults).toBe('')
})
