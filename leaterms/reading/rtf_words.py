"""The words of RTF that reading knows, by what they do (specification 1.9.1)."""

__all__ = [
    "BOXES",
    "CHARACTERS",
    "CHARSETS",
    "CODEPAGES",
    "ENDS",
    "KNOWN",
    "LENGTHS",
    "NUMBERS",
    "SILENT",
    "SWITCHES",
]

# groups whose text is none of the document's: tables, properties, pictures, comments
SILENT = frozenset(
    "aftncn aftnsep aftnsepc annotation atnauthor atndate atnicn atnid atnparent atnref atntime "
    "atrfend atrfstart author background bkmkend bkmkstart category colortbl comment company "
    "creatim datafield datastore doccomm docvar falt fchars ffdeftext ffentrymcr ffexitmcr "
    "ffformat ffhelptext ffl ffname ffstattext file filetbl fldinst fldtype fontemb fontfile "
    "footer footerf footerl footerr formfield ftncn ftnsep ftnsepc generator gridtbl header "
    "headerf headerl headerr hlinkbase htmltag info keycode keywords latentstyles lchars "
    "levelnumbers leveltext list listlevel listname listoverride listoverridetable listpicture "
    "listtable mailmerge manager mmath nextfile nonesttables nonshppict objalias "
    "objclass objdata objname objsect oldcprops oldpprops oldsprops oldtprops operator panose "
    "password passwordhash pgptbl pict pn pnseclvl pntxta pntxtb printim private propname "
    "protend protstart protusertbl pxe revtbl revtim rsidtbl rxe shppict shprslt sn sp staticval "
    "subject sv svb tc template themedata title txe upr userprops wgrffmtfilter windowcaption "
    "writereservhash xe xmlnstbl xmlattrname xmlattrvalue".split()
)
# groups marked as skippable by who does not know them, whose text we do know
KNOWN = frozenset("shp shpinst shptxt do dptxbxtext ud fldrslt listtext pntext footnote".split())
BOXES = frozenset({"shptxt", "dptxbxtext"})
CHARACTERS = {
    "tab": "\t", "emdash": "—", "endash": "–", "bullet": "•", "lquote": "‘", "rquote": "’",
    "ldblquote": "“", "rdblquote": "”", "emspace": " ", "enspace": " ", "qmspace": " ",
    "~": " ", "_": "-",
}  # fmt: skip
CODEPAGES = {"mac": "mac_roman", "pc": "cp437", "pca": "cp850", "ansi": "cp1252"}
# code pages of fonts by their character set (specification, 'Font Table')
CHARSETS = {
    2: "symbol", 77: "mac_roman", 128: "cp932", 129: "cp949", 134: "cp936", 136: "cp950",
    161: "cp1253", 162: "cp1254", 163: "cp1258", 177: "cp1255", 178: "cp1256", 186: "cp1257",
    204: "cp1251", 222: "cp874", 238: "cp1250", 254: "cp437", 255: "cp850",
}  # fmt: skip
_UNDERLINES = (
    "ul uld uldash uldashd uldashdd uldb ulhair ulhwave ulldash ulnone ulth ulthd ulthdash "
    "ulthdashd ulthdashdd ulthldash ululdbwave ulw ulwave"
)
SWITCHES = {
    "b": "bold", "v": "hidden", "deleted": "deleted", "revised": "inserted", "intbl": "in_table",
    **dict.fromkeys(_UNDERLINES.split(), "underline"),
}  # fmt: skip
LENGTHS = {"li": "left", "fi": "first", "sb": "before", "sa": "after"}
NUMBERS = {"f": "font", "uc": "skips", "s": "style", "itap": "depth", "outlinelevel": "outline"}
ENDS = frozenset("par sect line page column cell nestcell row nestrow".split())
