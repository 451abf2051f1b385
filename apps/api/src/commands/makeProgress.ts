type Screen = Pick<NodeJS.WriteStream, 'isTTY' | 'write'>

/** A bar that fills up on a screen; elsewhere a line for each step that is done. */
export function makeProgress(screen: Screen) {
  const width = 30
  let shown = ''
  return (step: string, done: number, of: number): void => {
    const whole = of === 0 || done >= of
    if (!screen.isTTY) {
      if (whole) screen.write(`${step}: ${of.toLocaleString('en')}\n`)
      return
    }
    const share = whole ? 1 : done / of
    const bar = '█'.repeat(Math.round(share * width)).padEnd(width, '░')
    const line = `${step.padEnd(14)} ${bar} ${Math.floor(share * 100)} %`
    if (line !== shown) screen.write(`\r${line}${whole ? '\n' : ''}`)
    shown = line
  }
}
