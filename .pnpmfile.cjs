// The Node binary packages name their platform as a string where pnpm reads a list;
// without this it would take all of them for fitting and install the wrong one.
const listed = (value) => (typeof value === 'string' ? [value] : value)

module.exports = {
  hooks: {
    readPackage(pkg) {
      if (/^node-(bin-)?(linux|win|darwin)-/.test(pkg.name)) {
        pkg.os = listed(pkg.os)
        pkg.cpu = listed(pkg.cpu)
      }
      return pkg
    },
  },
}
