/** Milliseconds within which signals are one: Ctrl-C reaches the server from the terminal, from npm and from the launcher. */
const ONE_SIGNAL_MS = 500

/** The handler of SIGINT and SIGTERM: the first signal closes the server and then ends the process, a later one ends it at once. */
export function stopper(
  close: () => Promise<void>,
  exit: (code: number) => void,
  now = () => performance.now(),
): () => void {
  let first: number | undefined
  return () => {
    if (first === undefined) {
      first = now()
      close().then(
        () => exit(0),
        () => exit(1),
      )
    } else if (now() - first >= ONE_SIGNAL_MS) exit(1)
  }
}
