/** What npm prints, and what a person can do about it; the first that fits counts. */
const REMEDIES = /** @type {const} */ ([
  [
    /ENOSPC|EDQUOT/,
    "磁盘空间不足：安装约需 1 GB，请清理后重试。\nThe disk is full: about 1 GB is needed.",
  ],
  [
    /EACCES|EPERM|EROFS/,
    "没有写入权限：请用拥有本文件夹的账户运行，或更改文件夹的属主。\n" +
      "No permission to write here: run as the owner of this folder.",
  ],
  [
    /ENOTFOUND|EAI_AGAIN|ETIMEDOUT|ECONNREFUSED|ECONNRESET|ENETUNREACH|EHOSTUNREACH|ERR_SOCKET|network/i,
    "连不上 npm 软件源：请检查网络；需要代理时先执行 npm config set proxy <地址>，有内网镜像时先执行 npm config set registry <地址>。\n" +
      "The npm registry cannot be reached: check the network, or set a proxy or registry with npm config set.",
  ],
  [
    /EUSAGE|can only install packages when your package\.json and package-lock\.json/,
    "package.json 与 package-lock.json 不一致：请执行 npm install --ignore-scripts 后重试。\n" +
      "package.json and package-lock.json disagree: run npm install --ignore-scripts.",
  ],
  [
    /EINTEGRITY|Z_DATA_ERROR|TAR_BAD/,
    "下载的软件包不完整：请执行 npm cache verify 后重试。\nA package came damaged: run npm cache verify.",
  ],
  [
    /ENOENT.*npm|spawn npm/,
    "找不到 npm：请安装 Node.js（含 npm）。\nnpm was not found: install Node.js with npm.",
  ],
]);

/** Lines of npm's output that are shown. */
const SHOWN = 15;

/**
 * What to tell a person whose installation failed.
 * @param {string} output What npm printed.
 * @returns {string}
 */
export function installFailure(output) {
  const remedy = REMEDIES.find(([sign]) => sign.test(output))?.[1];
  const last = output.trimEnd().split("\n").slice(-SHOWN).join("\n");
  const head = remedy ?? "安装依赖失败，npm 的说明如下。\nInstalling packages failed, npm says:";
  return `${head}\n\n${last}`;
}
