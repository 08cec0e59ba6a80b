import sharp from 'sharp'
import { expect, people, test } from './fixtures'
import { DeskPage } from './pages/desk-page'
import { DraftPage } from './pages/draft-page'
import { MediaPage } from './pages/media-page'
import { goTo } from './pages/navigation'

/** A photograph that carries its words as XMP, as photo desks write them. */
function captionedPhoto(): Promise<Buffer> {
  const words = `<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
    <rdf:Description xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:photoshop="http://ns.adobe.com/photoshop/1.0/"
      photoshop:Credit="Gull &amp; Sons"><dc:description><rdf:Alt><rdf:li xml:lang="x-default">The pier at dawn</rdf:li>
    </rdf:Alt></dc:description></rdf:Description></rdf:RDF></x:xmpmeta>`
  return sharp({ create: { width: 1200, height: 800, channels: 3, background: '#7799aa' } })
    .withXmp(words)
    .jpeg()
    .toBuffer()
}

const photo = (background: string): Promise<Buffer> =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background } })
    .png()
    .toBuffer()

test('pictures are added, found, described, cropped and replaced everywhere', async ({
  openAs,
  smallLibrary,
}) => {
  test.setTimeout(120_000)
  const { page } = await openAs(smallLibrary, people.editor)
  const media = new MediaPage(page)
  await media.open()

  await test.step('good files come in with their words, bad ones are named', async () => {
    await media.drop([
      { name: 'pier.jpg', bytes: await captionedPhoto() },
      { name: 'page.jpg', bytes: Buffer.from('<!doctype html><p>Not found') },
      { name: 'drawing.svg', bytes: Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>') },
      { name: 'gull.jpg', bytes: await photo('#cc3322') },
    ])
    await expect(page.getByText('2 pictures added, 2 not added')).toBeVisible()
    await expect(media.files).toContainText('page.jpg was not added: it is a web page')
    await expect(media.files).toContainText('drawing.svg was not added: it is an SVG drawing')
    await expect(media.files).toContainText('pier.jpg From the file: caption, credit.')
    await expect(media.files).toContainText('ends in .jpg, but it is a PNG')
  })

  await test.step('they are found by words and by what they lack', async () => {
    await media.search.fill('sons PIER')
    await expect(media.pictures).toHaveCount(1)
    await media.search.fill('')
    await page.getByRole('button', { name: /^No alt text/ }).click()
    await expect(media.pictures).toHaveCount(2)
    await page.getByRole('button', { name: /^All/ }).click()
  })

  await test.step('a picture is described; each change can be undone', async () => {
    await media.choose('The pier at dawn')
    await expect(media.details.getByLabel('Credit', { exact: true })).toHaveValue('Gull & Sons')
    await expect(media.details.getByText('From the file')).toHaveCount(2)
    await media.write('Alt text', 'Photo of a pier')
    await expect(media.details.getByRole('list', { name: 'About the alt text' })).toContainText('Leave out')
    await media.write('Alt text', 'A pier in grey light')
    await media.write('Headline', 'A slip of the hand')
    await page.getByText('Headline changed').locator('..').getByRole('button', { name: 'Undo' }).click()
    await expect(media.details.getByLabel('Headline')).toHaveValue('')
    await media.details.getByLabel('Licence ends').fill('2020-01-31')
    await page.keyboard.press('Tab')
    await expect(media.pictures.filter({ hasText: 'The pier' })).toContainText('Licence ended on 2020-01-31')
    const point = media.details.getByRole('button', { name: 'Focal point' })
    await point.press('Shift+ArrowLeft')
    await point.press('ArrowUp')
    await expect(media.details.getByText('40 % from the left, 49 % from the top')).toBeVisible()
    await expect(page.getByText('Focal point changed')).toBeVisible()
    await media.details.getByLabel('Licence ends').fill('')
    await page.keyboard.press('Tab')
  })

  const draft = new DraftPage(page)
  await test.step('an article’s thumbnail is chosen from the library, with its words', async () => {
    await goTo(page, 'Desk')
    await new DeskPage(page).startArticle()
    await draft.writeHeadline('The pier opens')
    await draft.thumbnail.group.getByRole('button', { name: 'Thumbnail' }).click()
    const picker = page.getByRole('dialog', { name: 'Thumbnail' })
    await picker.getByRole('searchbox').fill('pier')
    await picker.getByRole('option').click()
    await picker.getByRole('button', { name: 'Use picture' }).click()
    await expect(draft.thumbnail.group.getByLabel('Alt text')).toHaveValue('A pier in grey light')
    await expect(draft.thumbnail.group.getByLabel('Credit')).toHaveValue('Gull & Sons')
    await draft.keep()
  })

  await test.step('a crop takes its place, and the first picture comes back', async () => {
    await media.open()
    await media.choose('The pier at dawn')
    await expect(media.details.getByRole('link', { name: 'The pier opens' })).toBeVisible()
    await media.cropSquare()
    await media.replacing().getByRole('button', { name: 'Replace in 1 article' }).click()
    await expect(media.replacing()).toContainText('Replaced in 1 of 1 article.')
    await media.replacing().getByRole('button', { name: 'Undo' }).click()
    await expect(media.replacing()).toContainText('Put back in 1 of 1 article.')
    await media.replacing().getByRole('button', { name: 'Done' }).click()
  })

  await test.step('another picture replaces it everywhere', async () => {
    await media.details.getByRole('button', { name: 'Replace everywhere…' }).click()
    const picker = page.getByRole('dialog', { name: 'Replace everywhere with' })
    await picker.getByRole('option').filter({ hasText: 'gull.jpg' }).dblclick()
    await media.replacing().getByRole('button', { name: 'Replace in 1 article' }).click()
    await expect(media.replacing()).toContainText('Replaced in 1 of 1 article.')
    await media.replacing().getByRole('link', { name: 'The pier opens' }).click()
    await expect(draft.thumbnail.group.getByLabel('Alt text')).toHaveValue('A pier in grey light')
    await media.open()
    await page.getByRole('button', { name: /^Not used/ }).click()
    await expect(media.pictures).toHaveCount(2)
  })
})
