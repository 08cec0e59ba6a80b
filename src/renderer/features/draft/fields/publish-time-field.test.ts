import { createApp, h, nextTick } from 'vue'
import { expect, it } from 'vitest'
import PublishTimeField from './PublishTimeField.vue'

it('keeps the last whole moment while the date is typed over, and shows it on leaving', async () => {
  const root = document.createElement('div')
  const given: unknown[] = []
  const app = createApp(() =>
    h(PublishTimeField, {
      modelValue: { kind: 'at', at: '2026-01-05T10:30:00.000Z' },
      'onUpdate:modelValue': (time: unknown) => void given.push(time),
      timeZone: 'UTC',
      disabled: false,
    }),
  )
  app.mount(root)
  const field = root.querySelector<HTMLInputElement>('input[type="datetime-local"]')
  const type = (text: string): void => {
    if (!field) throw new Error('There is no field for the moment')
    field.value = text
    field.dispatchEvent(new Event('input'))
  }
  type('')
  expect(given).toEqual([])
  field?.dispatchEvent(new Event('blur'))
  await nextTick()
  await nextTick()
  expect(field?.value).toBe('2026-01-05T10:30')
  expect(given).toEqual([])
  type('2026-05-05T10:30')
  expect(given).toEqual([{ kind: 'at', at: '2026-05-05T10:30:00.000Z' }])
  app.unmount()
})
