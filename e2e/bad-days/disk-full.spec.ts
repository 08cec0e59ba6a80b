import { execFileSync } from 'node:child_process'
import { cp, mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { galley } from '../command-line'
import { expect, people, test as base } from '../fixtures'
import { DeskPage } from '../pages/desk-page'

/** A disk of 2 MB with a library on it. */
interface SmallDisk {
  library: string
  /** Leaves no room at all. */
  fill(): Promise<void>
  free(): Promise<void>
}

const test = base.extend<{ disk: SmallDisk }>({
  disk: async ({ folder, templates }, use) => {
    const disk = join(folder, 'disk')
    await mkdir(disk)
    base.skip(!mount(disk), 'Needs Linux and the right to mount a small disk.')
    try {
      const library = join(disk, 'library')
      await cp(templates.small, library, { recursive: true })
      const ballast = join(disk, 'ballast')
      await use({ library, fill: () => fillWith(ballast), free: () => rm(ballast, { recursive: true }) })
    } finally {
      execFileSync('umount', ['--lazy', disk])
    }
  },
})

function mount(folder: string): boolean {
  if (process.platform !== 'linux') return false
  try {
    execFileSync('mount', ['-t', 'tmpfs', '-o', 'size=2m', 'tmpfs', folder], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** Files of falling size until not one more byte fits. */
async function fillWith(folder: string): Promise<void> {
  await mkdir(folder)
  for (const bytes of [100_000, 1]) {
    for (let count = 0; ; count += 1) {
      const written = await writeFile(join(folder, `${bytes}-${count}`), 'x'.repeat(bytes)).then(
        () => true,
        () => false,
      )
      if (!written) break
    }
  }
}

test('says why nothing is saved on a full disk, keeps the text, and saves by itself once there is room', async ({
  disk,
  openAs,
}) => {
  const { page } = await openAs(disk.library, people.editor)
  const draft = await new DeskPage(page).startArticle()
  await draft.writeHeadline('Rain')
  await draft.body.type('It rained.')
  await draft.keep()

  await disk.fill()
  await draft.body.type(' It poured.')
  await expect(draft.status).toHaveText('Not saved')
  const reason = page.getByRole('main').getByRole('alert')
  await expect(reason).toContainText('the disk is full')
  await expect(reason).toContainText('what you typed since is still in this window')
  await expect(reason).toContainText('Free some space')
  await expect(draft.body.box).toHaveText('It rained. It poured.')
  // What was kept before is whole, and the full disk has damaged nothing.
  expect(await galley(['verify', disk.library])).toMatchObject({ code: 0 })

  await disk.free()
  await expect(draft.status).toHaveText('Saved', { timeout: 40_000 })
  await expect(reason).toBeHidden()
  await page.reload()
  await expect(draft.body.box).toHaveText('It rained. It poured.')
  expect(await galley(['verify', disk.library])).toMatchObject({ code: 0 })
})
