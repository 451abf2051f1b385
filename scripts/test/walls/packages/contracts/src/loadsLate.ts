// expects prologue(package-walls)
export const load = () => import('uuid')
