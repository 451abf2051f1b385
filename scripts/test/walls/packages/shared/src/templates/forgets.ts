// expects typescript(no-floating-promises)
const save = async () => {}

export function close() {
  save()
}
