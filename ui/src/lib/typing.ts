// Whether something is half typed: in a form, since that was filled, sent or left last.

let form: HTMLFormElement | null = null

addEventListener('input', ({ target }) => (form = target instanceof Element ? target.closest('form') : null), true)
addEventListener('submit', () => (form = null), true)
addEventListener('focusout', ({ relatedTarget }) => {
  if (!(relatedTarget instanceof Node && form?.contains(relatedTarget))) form = null
}, true)

/** Whether a form is filled in and neither sent nor left. */
export function isTyping(): boolean {
  return form?.isConnected ?? false
}
