/** Letters that Unicode takes for letters of their own and people leave out or write in two. */
const spelled: Readonly<Record<string, string>> = { ß: 'ss', æ: 'ae', œ: 'oe', ø: 'o', ł: 'l', đ: 'd', ð: 'd', þ: 'th', ı: 'i' }

/** Marks that people leave out when they search: accents, and the vowels of scripts that are written without them. */
const optionalMarks = /(?<=[\p{Script=Latin}\p{Script=Greek}\p{Script=Arabic}\p{Script=Hebrew}]\p{Mn}*)\p{Mn}/gu

/** What folding leaves as it is, of which most text consists: Latin, kana, Chinese characters, Korean syllables. */
const plain = /^[a-z0-9\u{3041}-\u{3096}\u{30a1}-\u{30fa}\u{3400}-\u{9fff}\u{ac00}-\u{d7a3}]*$/u

/** One spelling for what people take as the same word: width, case and accents do not count. */
export function foldWord(word: string): string {
  const lower = word.toLowerCase()
  if (plain.test(lower)) return lower
  return word
    .normalize('NFKC')
    .toLowerCase()
    .normalize('NFD')
    .replace(optionalMarks, '')
    .normalize('NFC')
    .replace(/[ßæœøłđðþı]/g, (letter) => spelled[letter] ?? letter)
}
