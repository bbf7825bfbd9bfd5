using System.Collections.Frozen;
using System.Text;

namespace Fraud.Collect.Decoding;

/// <summary>Charsets by the labels pages use for them (Encoding Standard, section 4.2).</summary>
internal static class Charsets
{
    private static readonly FrozenDictionary<string, Charset> ByLabel;

    static Charsets()
    {
        var labels = new Dictionary<string, Charset>(StringComparer.OrdinalIgnoreCase);
        void Add(Charset charset, string names)
        {
            foreach (var name in names.Split(' '))
            {
                labels[name] = charset;
            }
        }

        Add(Utf8, "utf-8 utf8 unicode-1-1-utf-8 unicode11utf8 unicode20utf8 x-unicode20utf8 utf8mb4");
        Add(Gb18030, "gb18030 gbk gb2312 gb_2312 gb_2312-80 x-gbk chinese csgb2312 csiso58gb231280 iso-ir-58 cp936 ms936 windows-936 gb2312-80");
        Add(Big5, "big5 big5-hkscs cn-big5 csbig5 x-x-big5 cp950 ms950 windows-950 big5hkscs big5-eten");
        Add(ShiftJis, "shift_jis shift-jis sjis x-sjis ms_kanji ms932 windows-31j csshiftjis cp932");
        Add(EucJp, "euc-jp x-euc-jp cseucpkdfmtjapanese eucjp");
        Add(Iso2022Jp, "iso-2022-jp csiso2022jp");
        Add(EucKr, "euc-kr cseuckr csksc56011987 iso-ir-149 korean ks_c_5601-1987 ks_c_5601-1989 ksc5601 ksc_5601 windows-949 cp949 ms949 uhc");
        Add(Utf16Le, "utf-16 utf-16le csunicode iso-10646-ucs-2 ucs-2 unicode unicodefeff");
        Add(Utf16Be, "utf-16be unicodefffe");
        Add(Windows1252, "windows-1252 ansi_x3.4-1968 ascii us-ascii cp1252 cp819 csisolatin1 ibm819 iso-8859-1 iso-ir-100 iso8859-1 iso88591 iso_8859-1 iso_8859-1:1987 l1 latin1 latin-1 x-cp1252");
        Add(new NetCharset("windows-1254", 1254), "windows-1254 cp1254 csisolatin5 iso-8859-9 iso8859-9 iso_8859-9 l5 latin5 x-cp1254");
        Add(new NetCharset("windows-874", 874), "windows-874 dos-874 iso-8859-11 iso8859-11 iso885911 tis-620");
        Add(new NetCharset("windows-1250", 1250), "windows-1250 cp1250 x-cp1250");
        Add(Windows1251, "windows-1251 cp1251 x-cp1251 win-1251");
        Add(new NetCharset("windows-1253", 1253), "windows-1253 cp1253 x-cp1253");
        Add(new NetCharset("windows-1255", 1255), "windows-1255 cp1255 x-cp1255");
        Add(new NetCharset("windows-1256", 1256), "windows-1256 cp1256 x-cp1256");
        Add(new NetCharset("windows-1257", 1257), "windows-1257 cp1257 x-cp1257");
        Add(new NetCharset("windows-1258", 1258), "windows-1258 cp1258 x-cp1258");
        Add(Koi8R, "koi8-r koi koi8 koi8_r cskoi8r");
        Add(new NetCharset("koi8-u", 21866), "koi8-u koi8-ru");
        Add(new NetCharset("ibm866", 866), "ibm866 866 cp866 csibm866");
        Add(new NetCharset("macintosh", 10000), "macintosh csmacintosh mac x-mac-roman");
        foreach (var part in (int[])[2, 3, 4, 5, 6, 7, 8, 13, 15])
        {
            Add(new NetCharset($"iso-8859-{part}", 28590 + part), $"iso-8859-{part} iso8859-{part} iso_8859-{part} iso8859{part}");
        }

        ByLabel = labels.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);
    }

    public static Charset Utf8 { get; } = new NetCharset("utf-8", new UTF8Encoding(false));

    public static Charset Utf16Le { get; } = new NetCharset("utf-16le", new UnicodeEncoding(false, false));

    public static Charset Utf16Be { get; } = new NetCharset("utf-16be", new UnicodeEncoding(true, false));

    public static Charset Gb18030 { get; } = new Gb18030Charset();

    public static Charset Big5 { get; } = new Big5Charset();

    public static Charset ShiftJis { get; } = new NetCharset("shift_jis", 932);

    public static Charset EucJp { get; } = new EucJpCharset();

    public static Charset Iso2022Jp { get; } = new NetCharset("iso-2022-jp", 50220);

    /// <summary>Code page 949; the platform's own "euc-kr" (51949) lacks half of it.</summary>
    public static Charset EucKr { get; } = new NetCharset("euc-kr", 949);

    public static Charset Windows1252 { get; } = new NetCharset("windows-1252", 1252);

    public static Charset Windows1251 { get; } = new NetCharset("windows-1251", 1251);

    public static Charset Koi8R { get; } = new NetCharset("koi8-r", 20866);

    /// <summary>The charset a label names; null for unknown ones and those that must not be used (UTF-7, HZ).</summary>
    public static Charset? Find(string label) => ByLabel.GetValueOrDefault(label.Trim());
}
