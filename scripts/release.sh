# ./dev release [archives]: everything that is given to others, or the archives alone, into dist/. The same source gives the same
# archives, byte for byte, whoever builds them, and where.
version=$(sed -n '0,/<version>/s/.*<version>\(.*\)<\/version>.*/\1/p' "$root/pom.xml")
export SOURCE_DATE_EPOCH=$(date -u -d "$(sed -n 's/.*<project.build.outputTimestamp>\(.*\)<.*/\1/p' "$root/pom.xml")" +%s)
architecture=$(uname -m)
dist=$root/dist
name=webhook-inspector-$version
home=$dist/$name

# The same order, owner, modes and times whoever packs it, and whenever.
pack() {
  tar --sort=name --mtime="@$SOURCE_DATE_EPOCH" --owner=0 --group=0 --numeric-owner --mode=u=rwX,go=rX -C "$1" -cf - "$2" | gzip -n -9 >"$3"
}

# A jar keeps the modes of what it packs, and those of a checkout follow the umask of whoever made it.
umask 022
chmod -R u=rwX,go=rX -- "$root"/*/pom.xml "$root"/{simulator,page,program}/src/main/resources

rm -rf -- "$dist"
mkdir -p "$home"/{bin,app,doc} "$home"/share/man/man1 "$home"/share/{bash-completion/completions,fish/vendor_completions.d}
maven -q -Dfast -DskipTests -Prelease -pl protocol,simulator,program -am clean package

cp "$root/release/inspector" "$home/bin/"
cp "$root/program/target/inspector.jar" "$home/app/"
cp -r "$root/program/target/lib" "$home/app/lib"
cp "$root/LICENSE" "$root/CHANGELOG.md" "$root/release/NOTICE" "$home/doc/"
cp "$root/program/target/bom.json" "$home/doc/sbom.json"
cp "$root/program/target/THIRD-PARTY.txt" "$home/doc/"
cp -r "$root/release/"{config.toml,webhook-inspector.service,webhook-inspector.socket} "$home/doc/"

on_program() { "$JAVA_HOME/bin/java" -cp "$home/app/inspector.jar" "$@"; }
on_program webhookinspector.cli.ManPages "$home/share/man/man1"
on_program webhookinspector.cli.Main completion bash >"$home/share/bash-completion/completions/inspector"
on_program webhookinspector.cli.Main completion fish >"$home/share/fish/vendor_completions.d/inspector.fish"
pack "$dist" "$name" "$dist/$name.tar.gz"

# With a runtime inside, of just the modules that the program and its libraries ask for.
modules=$("$JAVA_HOME/bin/jdeps" --ignore-missing-deps --multi-release 25 --print-module-deps -q \
  -cp "$home/app/lib/*" "$home/app/inspector.jar" "$home"/app/lib/*.jar)
"$JAVA_HOME/bin/jlink" --add-modules "$modules,jdk.crypto.ec,jdk.crypto.cryptoki,jdk.localedata,jdk.zipfs,jdk.jcmd" \
  --include-locales=en --strip-debug --no-header-files --no-man-pages --output "$home/runtime"
find "$home" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
pack "$dist" "$name" "$dist/$name-linux-$architecture.tar.gz"

sums() { (cd "$dist" && find . -maxdepth 1 -type f ! -name SHA256SUMS | LC_ALL=C sort | xargs sha256sum >SHA256SUMS && cat SHA256SUMS); }
if [ "${1:-}" = archives ]; then
  rm -rf -- "$home"
  sums
  exit
fi

# The caches fit this very runtime only; they are not the same byte for byte each time, so they go into the package alone.
debian=$dist/deb
mkdir -p "$debian"/DEBIAN "$debian"/usr/{bin,lib/systemd/system,share/man/man1,share/doc/webhook-inspector} \
  "$debian"/usr/share/{bash-completion/completions,fish/vendor_completions.d} "$debian/etc/webhook-inspector"
cp -a "$home" "$debian/usr/lib/webhook-inspector"
(cd "$debian/usr/lib/webhook-inspector" && INSPECTOR_REHEARSE=now bin/inspector)
ln -s ../lib/webhook-inspector/bin/inspector "$debian/usr/bin/inspector"
mv "$debian"/usr/lib/webhook-inspector/share/man/man1/* "$debian/usr/share/man/man1/"
gzip -n -9 "$debian"/usr/share/man/man1/*
mv "$debian"/usr/lib/webhook-inspector/share/bash-completion/completions/* "$debian/usr/share/bash-completion/completions/"
mv "$debian"/usr/lib/webhook-inspector/share/fish/vendor_completions.d/* "$debian/usr/share/fish/vendor_completions.d/"
mv "$debian"/usr/lib/webhook-inspector/doc/*.{service,socket} "$debian/usr/lib/systemd/system/"
mv "$debian/usr/lib/webhook-inspector/doc/config.toml" "$debian/etc/webhook-inspector/"
mv "$debian"/usr/lib/webhook-inspector/doc/* "$debian/usr/share/doc/webhook-inspector/"
cp "$root/LICENSE" "$debian/usr/share/doc/webhook-inspector/copyright"
rm -r "$debian"/usr/lib/webhook-inspector/{share,doc}
echo /etc/webhook-inspector/config.toml >"$debian/DEBIAN/conffiles"
kind=$(dpkg --print-architecture)
sed "s/@VERSION@/$version/; s/@ARCHITECTURE@/$kind/" "$root/release/control" >"$debian/DEBIAN/control"
dpkg-deb --root-owner-group -Zgzip --build "$debian" "$dist/webhook-inspector_${version}_$kind.deb" >/dev/null

# For a container: the file, and beside it what it copies.
mkdir "$dist/container"
cp "$root/release/Containerfile" "$dist/container/"
cp -a "$home" "$dist/container/webhook-inspector"

# The two libraries, laid out as a Maven repository wants them, with sources and Javadoc.
maven -q -Dfast -DskipTests -Prelease -pl .,protocol,simulator deploy \
  -DaltDeploymentRepository="dist::file:$dist/maven"

rm -rf -- "$debian" "$home"
sums
