// Where notes are shown: over the dialog that is open, else over the window.

class Hosts {
  private all = $state.raw<symbol[]>([])

  /** Whether this is the last of the places that are there. */
  isLast(one: symbol): boolean {
    return this.all.at(-1) === one
  }

  /** Adds a place until the function that is returned is called. */
  add(one: symbol): () => void {
    this.all = [...this.all, one]
    return () => (this.all = this.all.filter((other) => other !== one))
  }
}

export const hosts = new Hosts()
