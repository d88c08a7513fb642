// @ts-check

/**
 * The Node that programs are started with: that of the platform package where it runs (Linux with glibc), else the
 * running one if it is new enough, else undefined.
 *
 * @param {{ platform: string, arch: string, glibc: string | undefined, version: string, execPath: string,
 *   minimum: number, exists: (file: string) => boolean }} machine `glibc` is undefined where there is none
 */
export function findNode({ platform, arch, glibc, version, execPath, minimum, exists }) {
  // By its folder: npm 9 and 10 remove node_modules/.bin/node when they discard the package of another processor.
  const packaged = `node_modules/node-${platform}-${arch}/bin/node`
  if (platform === 'linux' && glibc && exists(packaged)) return packaged
  return Number.parseInt(version, 10) >= minimum ? execPath : undefined
}
