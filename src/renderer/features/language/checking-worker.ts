import { createCheckingWork } from './checking-work'
import { loadOwnDictionary } from './own-dictionaries'
import type { Order } from './recipe'

/* The worker's entry: beside the window, so that no rule and no dictionary ever stands between a key and its letter. */
const work = createCheckingWork(loadOwnDictionary, (answer) => postMessage(answer))
addEventListener('message', ({ data }: MessageEvent<Order>) => void work(data))
