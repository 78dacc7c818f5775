/** The word that the server has given this page, which styles made in it bear: without it the browser would not take them. */
export const styleNonce = document.querySelector<HTMLMetaElement>('meta[property="csp-nonce"]')?.nonce ?? "";

// What keeps the page from scrolling behind a dialog makes a style of its own, and looks for the word under this name.
Object.assign(window, { __webpack_nonce__: styleNonce });
