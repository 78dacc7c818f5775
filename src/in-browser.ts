type Variables = Readonly<Record<string, string | undefined>>;

/** Whether somebody sits before a browser here and has not said no: at a terminal of their own, with a desktop around it. */
export function hasBrowser(variables: Variables, platform: NodeJS.Platform, atTerminal: boolean): boolean {
  const { OPEN_BROWSER: may = "", CI: ci, SSH_CONNECTION: far, DISPLAY: x, WAYLAND_DISPLAY: wayland } = variables;
  if (!atTerminal || /^(no|0|false)$/i.test(may.trim()) || ci || far) return false;
  return platform === "darwin" || platform === "win32" || Boolean(x ?? wayland);
}

/** Opens an address in whatever browser there is. Where none opens, nothing is said: the address stands on the screen. */
export async function openInBrowser(url: string): Promise<void> {
  const { default: open } = await import("open");
  const opening = await open(url);
  opening.on("error", () => opening.unref());
}
