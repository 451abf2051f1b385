// expects typescript(no-explicit-any)
export const same = (value: any): unknown => value
