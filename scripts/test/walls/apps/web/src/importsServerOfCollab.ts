// expects prologue(package-walls)
import { makeRooms } from '@prologue/collab/server'

export const rooms = makeRooms
