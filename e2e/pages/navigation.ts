import type { Page } from '@playwright/test'

export type Place = 'Desk' | 'Review' | 'Publish' | 'Media' | 'People' | 'Settings'

/** Goes somewhere by the main navigation. */
export async function goTo(page: Page, place: Place): Promise<void> {
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: place }).click()
}
