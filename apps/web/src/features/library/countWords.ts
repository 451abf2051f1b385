/** "1 template", "12 templates". */
export const countWords = (count: number): string => (count === 1 ? '1 template' : `${count.toLocaleString('en')} templates`)
