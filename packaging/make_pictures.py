"""Draw the pictures of the demonstration's PDFs: ``resources/pictures/<profile>-page-<n>.png``.

    python packaging/make_pictures.py

Runs the main job on the sample case and makes the copy for a court too, then turns every page into a picture. Look at them
before you commit them.
"""

from __future__ import annotations

import tempfile
from pathlib import Path

import pypdfium2

from app.redaction.disclose import Choices
from app.services import export, session
from app.services.export import Release
from app.services.sample import DATED, Demo, make_demo

PICTURES = Path(__file__).resolve().parents[1] / "resources" / "pictures"
SCALE = 110 / 72


def court(demo: Demo, out: Path) -> Path:
    """The sample's copy for a court: what counsel's copy answered holds for it too."""
    with session.open_vault(demo.vault, demo.passphrase) as vault:
        export.export_pdf(vault, "HERON", Choices(DATED), Release(out, "court"))
    return out


def main() -> None:
    """Make them all anew."""
    for old in PICTURES.glob("*-page-*.png"):
        old.unlink()
    with tempfile.TemporaryDirectory() as folder:
        demo = make_demo(Path(folder) / "demo")
        for path in (*demo.pdfs, court(demo, Path(folder) / "summary-court.pdf")):
            profile = path.stem.removeprefix("summary-")
            pdf = pypdfium2.PdfDocument(path.read_bytes())
            for number, page in enumerate(pdf, 1):
                picture = page.render(scale=SCALE).to_pil().convert("L" if number > 1 else "RGB")
                picture.save(PICTURES / f"{profile}-page-{number}.png", optimize=True)
            print(f"{profile}: {len(pdf)} pages")


if __name__ == "__main__":
    main()
