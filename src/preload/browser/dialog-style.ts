/** System colours follow the light or dark that the desk has chosen for its page. */
export const dialogStyle = `
.galley-save {
  inline-size: min(34rem, calc(100vw - 3rem));
  padding: 1.5rem;
  border: 1px solid GrayText;
  border-radius: 10px;
  background: Canvas;
  color: CanvasText;
  font: 15px/1.5 system-ui, sans-serif;
}
.galley-save::backdrop { background: rgb(0 0 0 / 45%); }
.galley-save h2 { margin: 0 0 1rem; font-size: 1.15rem; line-height: 1.3; }
.galley-save label { display: block; margin-block-end: 0.35rem; font-weight: 600; }
.galley-save input {
  box-sizing: border-box;
  inline-size: 100%;
  padding: 0.55rem 0.7rem;
  border: 1px solid GrayText;
  border-radius: 6px;
  background: Field;
  color: FieldText;
  font: inherit;
}
.galley-save p { margin: 0.4rem 0 1.25rem; font-size: 0.875rem; }
.galley-save .actions { display: flex; justify-content: flex-end; gap: 0.6rem; }
.galley-save button {
  padding: 0.5rem 1rem;
  border: 1px solid GrayText;
  border-radius: 6px;
  background: ButtonFace;
  color: ButtonText;
  font: inherit;
  cursor: pointer;
}
.galley-save .choose { border-color: CanvasText; background: CanvasText; color: Canvas; font-weight: 600; }
.galley-save :focus-visible { outline: 2px solid Highlight; outline-offset: 2px; }
`
