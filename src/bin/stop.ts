/** Milliseconds within which signals are one: Ctrl-C reaches the server from the terminal, from npm and from the launcher. */
const ONE_SIGNAL_MS = 500

/** What a signal does: the first one closes the server and then ends the process, a later one ends it at once. */
export function stopper(
  close: () => Promise<void>,
  exit: (code: number) => void,
  now = () => performance.now(),
): () => void {
  let first: number | undefined
  return () => {
    if (first === undefined)
      close().then(
        () => exit(0),
        () => exit(1),
      )
    else if (now() - first >= ONE_SIGNAL_MS) exit(1)
    first ??= now()
  }
}
