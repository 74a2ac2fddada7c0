// Stands in for the web view's bridge: the page's calls go to the server that sent the page.
;(() => {
  const token = new URLSearchParams(location.search).get('token') ?? sessionStorage.getItem('token') ?? ''
  sessionStorage.setItem('token', token)
  const callbacks = new Map()
  const listeners = new Map()
  let last = 0
  const headers = { 'content-type': 'application/json', 'x-arna-token': token }

  async function invoke(command, args = {}) {
    if (command === 'plugin:event|listen') {
      listeners.set(args.handler, args.event)
      return args.handler
    }
    if (command === 'plugin:event|unlisten') return void listeners.delete(args.eventId)
    const response = await fetch(`/ask/${encodeURIComponent(command)}`, { method: 'POST', headers, body: JSON.stringify(args) })
    const text = await response.text()
    if (response.ok) return JSON.parse(text)
    throw text ? JSON.parse(text) : response.statusText
  }

  new EventSource(`/news?token=${encodeURIComponent(token)}`).onmessage = ({ data }) => {
    const { event, payload } = JSON.parse(data)
    for (const [id, name] of listeners) if (name === event) callbacks.get(id)?.({ event, id, payload })
  }
  window.__TAURI_INTERNALS__ = {
    invoke,
    metadata: { currentWindow: { label: 'main' }, currentWebview: { label: 'main', windowLabel: 'main' } },
    transformCallback(callback, once = false) {
      const id = ++last
      callbacks.set(id, once ? (value) => (callbacks.delete(id), callback(value)) : callback)
      return id
    },
    unregisterCallback: (id) => callbacks.delete(id),
    convertFileSrc: (path) => path,
  }
  window.__TAURI_EVENT_PLUGIN_INTERNALS__ = { unregisterListener: (_event, id) => listeners.delete(id) }
})()
