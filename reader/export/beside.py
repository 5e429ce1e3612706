"""How chapters beside the text are titled, in the languages that books are sold in most."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

_CERTAIN = {
    "cover": """
        cover|front cover|back cover|book cover|cover page|cover image|title page|titlepage
        half title|half title page|halftitle|halftitlepage|frontispiece
        umschlag|einband|titelseite|titelblatt|schmutztitel|innentitel|haupttitel
        couverture|page de titre|faux titre|quatrième de couverture
        portada|cubierta|portadilla|página de título|página del título|contraportada
        copertina|frontespizio|capa|folha de rosto|omslag|titelpagina|обложка|титульный лист
        封面|封底|封面页|扉页|书名页|内封|封面頁|扉頁|書名頁|內封|表紙|裏表紙|扉|中扉|標題紙|표지
        דף פתיחה|שער
        """,
    "contents": """
        contents|table of contents|toc|brief contents|detailed contents|list of contents
        contents in brief|list of illustrations|list of figures|list of tables|list of maps
        list of plates|list of chapters
        inhalt|inhaltsverzeichnis|inhaltsübersicht|abbildungsverzeichnis|tabellenverzeichnis
        kapitelverzeichnis|verzeichnis der abbildungen
        table des matières|sommaire|liste des illustrations|table des illustrations
        índice|índice general|tabla de contenido|tabla de contenidos|contenido|contenidos|sumario
        índice de contenidos|lista de ilustraciones|indice|sommario|sumário|inhoud|inhoudsopgave
        содержание|оглавление
        目录|总目录|总目|目次|插图目录|图目录|表目录|目錄|總目錄|總目|插圖目錄|圖目錄|表目錄
        図版一覧|図表一覧|図一覧|表一覧|목차|차례|תוכן|תוכן העניינים|المحتويات|الفهرس
        """,
    "copyright": """
        copyright|copyright page|copyright notice|copyright information|copyright and permissions
        copyrights|uncopyright|legal notice|legal notices|publication data|publication details
        publication information|publishing information|about this ebook|about this e-book
        about this edition|transcriber's note|transcriber's notes|transcribers' notes
        original transcriber's notes|original transcriber's note|public domain notice
        impressum|urheberrecht|urheberrechtshinweis|rechtliche hinweise|copyrightseite
        page de copyright|mentions légales|droits d'auteur|achevé d'imprimer
        página de créditos|página legal|aviso legal|derechos de autor|página de derechos de autor
        note legali|ficha técnica|выходные данные|авторские права
        版权|版权页|版权信息|版权声明|版权所有|出版信息|图书在版编目|图书在版编目数据|cip数据|cip
        版權|版權頁|版權信息|版權資訊|版權聲明|版權所有|出版資訊|電子書製作說明
        奥付|著作権|著作権表示|コピーライト|この電子書籍について|この文書について|판권|저작권
        זכויות יוצרים|حقوق النشر
        """,
    "dedication": """
        dedication|dedicatory|widmung|zueignung|dédicace|dedicatoria|dedica|dedicatória|opdracht
        посвящение|献词|献辞|献给|题献|獻詞|獻辭|獻給|題獻|헌사
        """,
    "acknowledgements": """
        acknowledgements|acknowledgments|acknowledgement|acknowledgment|danksagung|danksagungen
        remerciements|agradecimientos|agradecimentos|ringraziamenti|dankwoord|благодарности
        致谢|鸣谢|致謝|鳴謝|謝辞|감사의 말
        """,
    "notes": """
        endnotes|end notes|footnotes|foot notes|chapter notes|notes and references
        anmerkungen|fußnoten|fussnoten|endnoten|notes de fin|notes de bas de page
        notas a pie de página|notas al pie|notas finales|note a piè di pagina|eindnoten
        voetnoten|примечания|сноски|comments and notes
        注释|尾注|脚注|章节附注|译者注释|校勘记|校注|註釋|尾註|腳註|註解|章節附註|校勘記|校註
        注釈|註釈|注釈一覧|訳注|訳註|原注|原註|脚註|巻末注|각주|미주
        """,
    "bibliography": """
        bibliography|select bibliography|selected bibliography|annotated bibliography|works cited
        works consulted|literature cited|further reading|suggested reading|suggestions for reading
        suggestions for further reading|recommended reading|references cited|external links
        literaturverzeichnis|quellenverzeichnis|bibliographie|bibliografie|weiterführende literatur
        références bibliographiques|bibliografía|referencias bibliográficas|bibliografia
        obras citadas|lecturas recomendadas|библиография|список литературы|литература
        参考文献|参考书目|引用文献|主要参考文献|参考资料|參考文獻|參考書目|引用文獻|主要參考文獻
        參考資料|참고문헌
        """,
    "index": """
        index|general index|subject index|name index|index of names|index of subjects|author index
        index of first lines|index of titles|index of authors|index of places|index locorum
        register|personenregister|sachregister|stichwortverzeichnis|namensregister|ortsregister
        sachverzeichnis|personenverzeichnis der namen|index des noms|index des noms propres
        index général|index thématique|índice alfabético|índice onomástico|índice analítico
        índice temático|índice de nombres|indice analitico|indice dei nomi|алфавитный указатель
        предметный указатель|именной указатель
        索引|人名索引|地名索引|主题索引|名词索引|关键词索引|主題索引|名詞索引|關鍵詞索引|事項索引
        색인|찾아보기
        """,
    "author": """
        about the author|about the authors|about the translator|about the translators
        about the editor|about the editors|about the illustrator|about the contributors
        author biography|author bio|author's biography|biographical note|biographical notes
        contributors|notes on contributors|note on the author|note on the authors
        über den autor|über die autorin|über die autoren|über den verfasser|zum autor|zur autorin
        zu den autoren|autoreninfo|über den übersetzer
        à propos de l'auteur|à propos des auteurs|l'auteur|sur l'auteur
        sobre el autor|sobre la autora|sobre los autores|acerca del autor|acerca de la autora
        sobre o autor|sobre a autora|l'autore|over de auteur|об авторе
        关于作者|作者简介|作者介绍|关于译者|译者简介|關於作者|作者簡介|作者介紹|關於譯者|譯者簡介
        著者紹介|著者略歴|著者について|作者紹介|訳者紹介|訳者略歴|저자 소개|지은이 소개
        """,
    "advertising": """
        also available|also by the author|other books by the author|books by this author
        more from the publisher|back ads|back cover copy
        werbung|weitere bücher|weitere titel|buchtipps|verlagsanzeigen
        du même auteur|dans la même collection|otras obras del autor|otros títulos
        otros libros del autor|同作者作品|作者其他作品|媒体好评|同作者作品集|既刊案内|著者の他の作品
        """,
}
"""By kind, what only such chapters are called; with bars or line ends between."""

_PERHAPS = {
    "cover": "title|front page|titel|titre|título|titolo",
    "copyright": """
        imprint|colophon|license|licence|credits|rights|permissions|edition|edition notice
        publisher|publisher's note|printer's note|lizenz|nutzungsrechte|crédits|colofón|créditos
        licencia|licence d'utilisation|出版说明|出版說明
        """,
    "notes": "notes|note|notas|noten|notes et références|notas y referencias|注|註|注解|附注|附註",
    "bibliography": """
        references|sources|citations|literatur|quellen|références|referencias|see also
        """,
    "advertising": """
        advertisement|advertisements|newsletter|praise|publicité|publicidad|广告|廣告|広告
        """,
}
"""Titles that a chapter of a story may have as well: what stands in it has to agree."""

_PATTERNS = (
    (r"index (of|to) .{3,60}", "index", True),
    (r"index .{3,40}", "index", False),
    (r"(end)?notes (to|for) (the )?(chapter|part|book|introduction|preface|text)\b.{0,40}",
     "notes", True),
    (r"(.{1,40} )?(end)?notes (on|to|for) .{3,60}|notes[:.] .{1,60}", "notes", False),
    (r"(anmerkungen|notes|notas) (zu|zum|zur|sur|sobre|de|du|des|à) .{3,60}", "notes", False),
    (r"第.{1,5}[章回卷部节節]\s?(注释|註釋|注|註)", "notes", True),
    (r"also by .{3,60}|(other )?(books|titles|works) by .{3,60}|more (books )?(by|from) .{3,60}",
     "advertising", True),
    (r"praise for .{3,80}|(weitere|andere) (bücher|titel|werke) (von|aus) .{3,60}",
     "advertising", True),
    (r"about the (author|translator|editor|illustrator)s?\b.{0,60}", "author", True),
    (r"(the )?(full )?project gutenberg.{0,30}licen[sc]e", "copyright", True),
    (r"copyright( ©)? .{2,40}|© .{2,60}", "copyright", True),
    (r"图书在版编目.{0,12}", "copyright", True),
)  # fmt: skip

_NUMBER = re.compile(
    r"(?:(?:chapter|appendix|part|section|kapitel|anhang|teil|chapitre|annexe|partie|capítulo"
    r"|apéndice|parte|附录|附錄)\s*(?:[\dA-Za-z]{1,4}|[一二三四五六七八九十]{1,3})?"
    r"|[\dIVXLivxl]{1,5}|第.{1,5}[章卷部编編]|附录|附錄)\s*[.:：)、—–-]*\s+"
)
_EDGES = re.compile(r"^[\W_]+|(?<![)）])[\W_]+$|\s*\[edit\]$")
_SPACED_HANZI = re.compile(r"(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])")


def kind_titled(title: str) -> tuple[str, bool] | None:
    """The kind of chapter that is called `title`, and whether nothing else is called so."""
    plain = _plain(title)
    for name in (plain, _plain(_NUMBER.sub("", plain, count=1))):
        if name in _KINDS:
            return _KINDS[name]
    for pattern, kind, certain in _PATTERNS:
        if re.fullmatch(pattern, plain):
            return kind, certain
    return None


def _plain(title: str) -> str:
    text = unicodedata.normalize("NFKC", title).casefold().replace("’", "'").replace("‑", "-")
    text = _EDGES.sub("", " ".join(text.split()))
    return _SPACED_HANZI.sub("", text).replace("half-title", "half title")


def _table() -> Mapping[str, tuple[str, bool]]:
    found: dict[str, tuple[str, bool]] = {}
    for titles, certain in ((_PERHAPS, False), (_CERTAIN, True)):
        for kind, listed in titles.items():
            for title in re.split(r"[|\n]", listed):
                if title.strip():
                    found[_plain(title)] = (kind, certain)
    return found


_KINDS = _table()
