// What web views do otherwise than browsers.

/** Whether a web view prints pages across as blank ones: WebKitGTK does, which the window is on Linux. */
export function printsBlank(agent: string): boolean {
  return agent.includes('AppleWebKit/') && /Linux|X11/.test(agent) && !/Chrom(e|ium)\//.test(agent)
}
