"""Draw the pictures of the demonstration's PDFs: ``resources/pictures/<profile>-page-<n>.png``.

    python packaging/make_pictures.py

Runs the main job on the sample case, then turns every page into a picture. Look at them before you commit them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2

from app.services.sample import make_demo

PICTURES = Path(__file__).resolve().parents[1] / "resources" / "pictures"
SCALE = 110 / 72


def main() -> None:
    """Make them all anew."""
    for old in PICTURES.glob("*-page-*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        for path in make_demo(Path(folder) / "demo").pdfs:
            profile = path.stem.removeprefix("summary-")
            pdf = pypdfium2.PdfDocument(path.read_bytes())
            for number, page in enumerate(pdf, 1):
                picture = page.render(scale=SCALE).to_pil().convert("L" if number > 1 else "RGB")
                picture.save(PICTURES / f"{profile}-page-{number}.png", optimize=True)
            print(f"{profile}: {len(pdf)} pages")


if __name__ == "__main__":
    main()
