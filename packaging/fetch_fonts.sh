#!/bin/sh
# How the fonts under resources/fonts came here. They are committed: nothing needs this script to build or to run.
#   packaging/fetch_fonts.sh
# Takes the Debian package fonts-noto-core and npm packages, by their package managers, and keeps only the files the
# report and the window set text in, with their licence (SIL OFL 1.1). SHA256SUMS says which files they must be.
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

take_latin() { # PACKAGE VERSION FILE LICENCE WEIGHT...
    package=$1 version=$2 file=$3 licence=$4
    shift 4
    npm pack --silent "@expo-google-fonts/$package@$version" >/dev/null
    for weight in "$@"; do
        tar -xzf "expo-google-fonts-$package-$version.tgz" "package/$weight/${file}_$weight.ttf" package/LICENSE_FONT
        install -m 644 "package/$weight/${file}_$weight.ttf" "$fonts/${file}_$weight.ttf"
    done
    install -m 644 package/LICENSE_FONT "$fonts/$licence"
}

cp package/LICENSE_FONT noto-licence
take_latin inter 0.4.2 Inter OFL-Inter.txt 400Regular 500Medium 600SemiBold
take_latin source-serif-4 0.4.1 SourceSerif4 OFL-SourceSerif.txt 400Regular 600SemiBold

# The icons: the outlines are Lucide's (ISC), drawn a little thinner.
icons=$(dirname "$fonts")/icons
npm pack --silent lucide-static@1.62.0 >/dev/null
tar -xzf lucide-static-1.62.0.tgz package/icons package/LICENSE
for icon in "$icons"/*.svg; do
    sed -e '/^<!--/d' -e '/class=/d' -e 's/stroke-width="2"/stroke-width="1.75"/' \
        "package/icons/$(basename "$icon")" >"$icon"
done
install -m 644 package/LICENSE "$icons/LICENSE.txt"

install -m 644 noto-licence "$fonts/OFL.txt"
# The Debian package states the licence in a form of its own; the text is the same, the copyright is Google's.
{
    echo "Copyright 2010-2020 Google LLC (Noto Serif, Noto Sans, Noto Naskh Arabic, Noto Serif Tibetan)"
    tail -n +2 "$fonts/OFL.txt"
} >"$fonts/OFL-Noto.txt"

cd "$fonts"
sha256sum -c SHA256SUMS
