"""Make the small documents of the sample case, and enter their SHA-256 in its case file.

    python packaging/make_sample_documents.py

Everything on these papers is invented and says so. They hold no date of making and no name of a machine, so that the
same versions of reportlab and Pillow give the same bytes; the committed files are what counts, and the tests compare
them with the case file, not with a fresh run.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw
from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.pagesizes import A4, A6, landscape
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

RESOURCES = Path(__file__).resolve().parent.parent / "resources"
SAMPLE = RESOURCES / "sample"
CASE_FILE = SAMPLE / "sample.case.json"
FONT = "SampleSC"  # one face that has both Latin and Chinese, so that every glyph on the papers is embedded

MARGIN = 56  # points
WIDTH, HEIGHT = A4
CASE_NUMBER = "(2019)湘9999刑初12号"

NOTICE = (
    ("Identity", None),
    ("Family name", "SHEN"),
    ("Forename", "GUOHENG"),
    ("Name in original script", "沈国衡"),
    ("Former name", "SHEN LAIFU 沈来福"),
    ("Date of birth", "12 March 1974"),
    ("Place of birth", "Huaishu Village, Meiquan County, China"),
    ("Nationality", "China"),
    ("Passport", "E00012345"),
    ("Resident identity number", "439999197403120017"),
    ("Judicial information", None),
    ("Requesting country", "China"),
    ("Reference", "A-00001/1-2021"),
    ("Charge 1", "Leading a conspiracy to profit illegally from a mining company"),
    ("Charge 2", "Recruiting former prisoners to attack a person held to be an enemy"),
    ("Company", "Ruisheng Mining Company Limited 瑞盛矿业有限公司"),
    ("Person attacked", "Gao Wanshan 高万山"),
    ("Maximum penalty", "Life imprisonment"),
    ("Arrest", "August 2020"),
    ("Co-accused", "None stated in this extract"),
    ("Action asked for", None),
    ("Purpose", "To locate, with a view to return"),
    ("Issued", "January 2021"),
)

JUDGMENT = (
    "公诉机关：梅泉县人民检察院。",
    "被告人唐德奎，绰号“唐老板”，男，梅泉县人，瑞盛矿业有限公司原股东。",
    "被告人罗有富，男，梅泉县人，二〇一七年刑满释放，无固定职业。",
    "经审理查明：二〇一八年三月至十月，被告人唐德奎以虚开运输单据的方法，从瑞盛矿业有限公司非法占有矿石款。因高万山"
    "向该公司举报，唐德奎出钱指使罗有富召集刑满释放人员数名，于同年十月十四日夜在矿场大门口将高万山打伤。",
    "二被告人均未供述另有他人组织、领导。",
    "判决如下：",
    "一、被告人唐德奎犯职务侵占罪、故意伤害罪，数罪并罚，判处有期徒刑九年。",
    "二、被告人罗有富犯故意伤害罪，判处有期徒刑四年。",
    "二〇一九年十一月",
)

MESSAGES = """\
【样本：虚构文件】短信抄录，二〇二一年五月，由阿兰照手机屏幕抄写

国梁（+86 138 0013 8000）  23:41
嫂子，哥睡了没有？刚才电话里的话，叫他千万记住。

阿兰  23:43
他坐着没睡。你再写一遍，我抄下来。

国梁  23:46
前天来了两个人，没给看证件。昨天有个自称曹科长的打电话来，说：“你哥要是不回来，这个案子就记在你头上。”

国梁  23:47
我问什么案子，他说到时候你就知道了。

阿兰  23:50
孩子们呢？

国梁  23:52
两个娃都在学校住。我明天照常出车。这个号码先别打。

国梁  23:53
叫哥别为我回来。
"""


def font_file() -> Path:
    """Return the shipped regular face for simplified Chinese. ``FileNotFoundError`` where it is not there."""
    for found in sorted((RESOURCES / "fonts").glob("NotoSansSC*Regular*.ttf")):
        return found
    raise FileNotFoundError("resources/fonts holds no regular Noto Sans SC in TrueType")


def paper(draw: Callable[[Canvas], None], size: tuple[float, float] = A4) -> bytes:
    """Return a PDF of one page, without a date or a random id."""
    rl_config.useA85 = 0  # plain bytes: a quarter smaller than the text encoding
    out = BytesIO()
    canvas = Canvas(out, pagesize=size, invariant=1, initialFontName=FONT)
    canvas.setTitle("Sample, fictional")
    canvas.setAuthor("")
    draw(canvas)
    canvas.save()
    return out.getvalue()


def banner(canvas: Canvas, text: str, width: float, top: float) -> None:
    """Print the words that say what this paper is not, in a band across the page."""
    canvas.setFillColor(HexColor("#8a1c1c"))
    canvas.rect(0, top - 26, width, 26, stroke=0, fill=1)
    canvas.setFillColor(HexColor("#ffffff"))
    canvas.setFont(FONT, 9)
    canvas.drawCentredString(width / 2, top - 17, text)
    canvas.setFillColor(HexColor("#111111"))


def lines_of(paragraph: str, length: int = 34) -> list[str]:
    """Break Chinese into lines of ``length`` characters, two of them indent; no line begins with a stop."""
    rest, lines = "\u3000\u3000" + paragraph, []
    while rest:
        cut = length + 1 if rest[length : length + 1] in tuple("，。、；：”") else length
        lines.append(rest[:cut])
        rest = rest[cut:]
    return lines


def red_notice(canvas: Canvas) -> None:
    banner(canvas, "SAMPLE · FICTIONAL · NOT A DOCUMENT OF INTERPOL OR OF ANY STATE", WIDTH, HEIGHT)
    canvas.setFont(FONT, 18)
    canvas.drawString(MARGIN, HEIGHT - 74, "Red notice, extract")
    y = HEIGHT - 104
    for label, value in NOTICE:
        if value is None:
            y -= 10
            canvas.setFont(FONT, 11)
            canvas.drawString(MARGIN, y, label)
            canvas.line(MARGIN, y - 5, WIDTH - MARGIN, y - 5)
            y -= 22
            continue
        canvas.setFont(FONT, 9.5)
        canvas.drawString(MARGIN, y, label)
        canvas.drawString(MARGIN + 150, y, value)
        y -= 18
    canvas.setFont(FONT, 8)
    canvas.drawString(MARGIN, 40, "Page 1 of 3. The other pages were not handed over.")


def judgment(canvas: Canvas) -> None:
    banner(canvas, "样本 · 虚构文件 · 并非任何法院的文书", WIDTH, HEIGHT)
    canvas.setFont(FONT, 17)
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 84, "梅泉县人民法院")
    canvas.drawCentredString(WIDTH / 2, HEIGHT - 112, "刑事判决书（节录）")
    canvas.setFont(FONT, 11)
    canvas.drawRightString(WIDTH - MARGIN, HEIGHT - 144, CASE_NUMBER)
    canvas.setFont(FONT, 12)
    y = HEIGHT - 184
    for paragraph in JUDGMENT:
        for line in lines_of(paragraph):
            canvas.drawString(MARGIN + 24, y, line)
            y -= 24
        y -= 6
    canvas.setStrokeColor(HexColor("#b03030"))
    canvas.setLineWidth(2)
    canvas.circle(WIDTH - MARGIN - 70, y - 4, 42, stroke=1, fill=0)
    canvas.setFillColor(HexColor("#b03030"))
    canvas.setFont(FONT, 12)
    canvas.drawCentredString(WIDTH - MARGIN - 70, y - 8, "样本")


def visa(canvas: Canvas) -> None:
    width, height = landscape(A6)
    banner(canvas, "SAMPLE · FICTIONAL · NOT A VISA", width, height)
    canvas.setFont(FONT, 13)
    canvas.drawString(24, height - 52, "Visitor visa")
    canvas.setFont(FONT, 9)
    lines = (
        "Surname and given name:  SHEN GUOHENG",
        "Passport:  E00012345        Visa number:  00004211",
        "Born:  12 MAR 1974        Nationality:  CHN",
        "Entries:  M        Purpose:  visit",
    )
    for row, line in enumerate(lines):
        canvas.drawString(24, height - 76 - 16 * row, line)
    canvas.saveState()
    canvas.translate(width - 170, 34)
    canvas.rotate(8)
    canvas.setStrokeColor(HexColor("#27408b"))
    canvas.setFillColor(HexColor("#27408b"))
    canvas.setLineWidth(1.6)
    canvas.roundRect(0, 0, 140, 74, 8, stroke=1, fill=0)
    canvas.setFont(FONT, 11)
    for row, line in enumerate(("ADMITTED  NEWARK", "SEP 2020", "until MAR 2021")):
        canvas.drawCentredString(70, 52 - 19 * row, line)
    canvas.restoreState()


def house() -> bytes:
    """Return a drawing of the house on its lane, 480 by 320 pixels, in a palette of its own."""
    sky, hill, wall, roof, earth, door, trunk, leaf = (
        "#cfdbe2", "#9fb09a", "#e7ded0", "#5d5f66", "#b89f7d", "#6d4a33", "#57442f", "#6f8a5a",
    )  # fmt: skip
    picture = Image.new("RGB", (480, 320), sky)
    draw = ImageDraw.Draw(picture)
    draw.polygon([(0, 190), (120, 110), (240, 170), (370, 96), (480, 160), (480, 230), (0, 230)], fill=hill)
    draw.rectangle((0, 226, 480, 320), fill=earth)
    draw.polygon([(180, 320), (250, 232), (290, 232), (300, 320)], fill="#cdb896")  # the lane
    draw.rectangle((70, 150, 230, 246), fill=wall)
    draw.polygon([(54, 154), (92, 104), (208, 104), (246, 154)], fill=roof)
    for x in range(92, 208, 12):
        draw.line((x, 106, x - 8, 152), fill="#4a4c52", width=2)
    draw.rectangle((136, 184, 168, 246), fill=door)
    for x in (88, 186):
        draw.rectangle((x, 178, x + 28, 204), fill="#48545c")
        draw.line((x + 14, 178, x + 14, 204), fill=wall, width=2)
    draw.rectangle((352, 170, 366, 256), fill=trunk)
    for box in ((310, 96, 380, 160), (344, 80, 420, 150), (330, 120, 408, 186)):
        draw.ellipse(box, fill=leaf)
    draw.rectangle((404, 240, 448, 262), fill="#8c8c86")  # the well
    out = BytesIO()
    picture.quantize(16).save(out, "PNG", optimize=True)
    return out.getvalue()


def documents() -> dict[str, bytes]:
    """Return the content of every document by its path beside the case file."""
    pdfmetrics.registerFont(TTFont(FONT, str(font_file())))
    return {
        "documents/red-notice-extract.pdf": paper(red_notice),
        "documents/county-court-judgment.pdf": paper(judgment),
        "documents/visa-and-entry-stamp.pdf": paper(visa, landscape(A6)),
        "documents/house-on-the-lane.png": house(),
        "documents/messages-of-may.txt": MESSAGES.encode(),
    }


def main() -> None:
    made = documents()
    for path, content in made.items():
        target = SAMPLE / path
        target.parent.mkdir(exist_ok=True)
        target.write_bytes(content)
        print(f"{path}  {len(content)} bytes")
    case = json.loads(CASE_FILE.read_text(encoding="utf-8"))
    for entry in case["documents"]:
        if "file" in entry:
            entry["sha256"] = hashlib.sha256(made[entry["file"]]).hexdigest()
    text = json.dumps(case, ensure_ascii=False, indent=2) + "\n"
    CASE_FILE.write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
