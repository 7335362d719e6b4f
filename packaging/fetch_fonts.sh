#!/bin/sh
# How the fonts under resources/fonts came here. They are committed: nothing needs this script to build or to run.
#   packaging/fetch_fonts.sh
# Takes the Debian package fonts-noto-core and two npm packages, by their package managers, and keeps only the files the
# report sets text in, with their licence (SIL OFL 1.1). SHA256SUMS says which files they must be.
set -eu

here=$(cd "$(dirname "$0")" && pwd)
fonts=$(dirname "$here")/resources/fonts
version=0.4.3
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
chmod 755 "$work"
cd "$work"

apt-get download fonts-noto-core
dpkg-deb -x fonts-noto-core_*.deb debian
for name in NotoSerif-Regular NotoSerif-Bold NotoSerif-Italic NotoSans-Regular NotoSans-Bold NotoNaskhArabic-Regular \
    NotoSerifTibetan-Regular; do
    install -m 644 "debian/usr/share/fonts/truetype/noto/$name.ttf" "$fonts/$name.ttf"
done

take() { # REGION WEIGHT...
    region=$1
    shift
    lower=$(echo "$region" | tr 'A-Z' 'a-z')
    npm pack --silent "@expo-google-fonts/noto-sans-$lower@$version" >/dev/null
    for weight in "$@"; do
        file=NotoSans${region}_$weight.ttf
        tar -xzf "expo-google-fonts-noto-sans-$lower-$version.tgz" "package/$weight/$file" package/LICENSE_FONT
        install -m 644 "package/$weight/$file" "$fonts/$file"
    done
}

take SC 400Regular 700Bold
take TC 400Regular

install -m 644 package/LICENSE_FONT "$fonts/OFL.txt"
# The Debian package states the licence in a form of its own; the text is the same, the copyright is Google's.
{
    echo "Copyright 2010-2020 Google LLC (Noto Serif, Noto Sans, Noto Naskh Arabic, Noto Serif Tibetan)"
    tail -n +2 "$fonts/OFL.txt"
} >"$fonts/OFL-Noto.txt"

cd "$fonts"
sha256sum -c SHA256SUMS
