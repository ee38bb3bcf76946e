/** Nothing is prepared when this site starts. Without this file the build would take the catalogue's, two folders up. */
export function register() {}
