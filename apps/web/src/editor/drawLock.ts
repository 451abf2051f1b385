const space = 'http://www.w3.org/2000/svg'

/** A small lock, shut or open, in the colour of the text around it. */
export function drawLock(shut: boolean): SVGElement {
  const svg = document.createElementNS(space, 'svg')
  const settings = { viewBox: '0 0 24 24', fill: 'none', stroke: 'currentColor', 'stroke-width': '2', 'aria-hidden': 'true' }
  for (const [name, value] of Object.entries(settings)) svg.setAttribute(name, value)
  const body = document.createElementNS(space, 'rect')
  for (const [name, value] of Object.entries({ x: '4', y: '11', width: '16', height: '10', rx: '2' }))
    body.setAttribute(name, value)
  const bow = document.createElementNS(space, 'path')
  bow.setAttribute('d', shut ? 'M8 11V7a4 4 0 0 1 8 0v4' : 'M8 11V7a4 4 0 0 1 7.6-1.7')
  bow.setAttribute('stroke-linecap', 'round')
  svg.append(body, bow)
  return svg
}
