import { getPriority, setPriority } from 'node:os'

/** Gives this process a niceness. One that it was started with stays if it is higher: only root may lower it. */
export const lowerPriority = (niceness: number) => setPriority(Math.max(niceness, getPriority()))
