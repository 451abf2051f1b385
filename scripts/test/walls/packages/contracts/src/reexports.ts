// expects prologue(package-walls)
export { v7 } from 'uuid'
