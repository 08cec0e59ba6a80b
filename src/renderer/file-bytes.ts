/** A file's bytes in base64, as requests carry them; rejects where it cannot be read, such as a folder. */
export async function base64Of(file: File): Promise<string> {
  const address = await new Promise<string>((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => resolve(String(reader.result))
    reader.onerror = () => reject(reader.error ?? new Error(`${file.name} could not be read`))
    reader.readAsDataURL(file)
  })
  return address.slice(address.indexOf(',') + 1)
}
