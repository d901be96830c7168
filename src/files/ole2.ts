const magic = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Is this an OLE2 container: an Office file from before 2007, or an encrypted one of today? */
export function isOle2(head: Uint8Array): boolean {
  return magic.every((byte, index) => head[index] === byte);
}

/** Does the head of an OLE2 container, or its name, tell that an encrypted workbook is in it? */
export function isEncryptedWorkbook(head: Uint8Array, name: string): boolean {
  return holdsName(head, 'EncryptedPackage') || /\.(xlsx|xlsm|xlsb)$/i.test(name);
}

/** Names in the container's directory are UTF-16. */
function holdsName(head: Uint8Array, name: string): boolean {
  const wanted = new Uint8Array([...name].flatMap((letter) => [letter.charCodeAt(0), 0]));
  for (let at = head.indexOf(wanted[0] ?? 0); at !== -1; at = head.indexOf(wanted[0] ?? 0, at + 1)) {
    if (wanted.every((byte, index) => head[at + index] === byte)) return true;
  }
  return false;
}
