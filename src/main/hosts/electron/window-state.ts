import { z } from 'zod'

/** Where a window was: in screen pixels. */
export const windowStateSchema = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(400).max(20_000),
  height: z.number().int().min(300).max(20_000),
  maximised: z.boolean(),
})
export type WindowState = z.infer<typeof windowStateSchema>

export const firstWindowState: WindowState = { width: 1440, height: 900, maximised: false }

interface Area {
  x: number
  y: number
  width: number
  height: number
}

/** The state to open with: a window that would lie outside every screen (one was unplugged) is placed anew. */
export function fitToScreens(state: WindowState, screens: readonly Area[]): WindowState {
  const { x, y, ...size } = state
  if (x === undefined || y === undefined) return size
  const reachable = screens.some(
    (screen) =>
      x + state.width > screen.x + 50 &&
      x < screen.x + screen.width - 50 &&
      y >= screen.y - 10 &&
      y < screen.y + screen.height - 50,
  )
  return reachable ? state : size
}
