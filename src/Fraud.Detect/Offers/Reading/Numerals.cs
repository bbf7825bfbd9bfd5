using System.Buffers;

namespace Fraud.Offers;

/// <summary>Reads numbers: 1,200 · 0.5 · 1e8 · 两千万 · 七点五 · 八五 · 5000w · 2,000 万 · 1个亿 · 10 million.</summary>
internal static class Numerals
{
    /// <summary>More digits than this in a row are a telephone number or an id.</summary>
    private const int LongestRun = 12;
    private const double Most = 1e18;
    private const string ChineseDigits = "零一二三四五六七八九";
    private static readonly SearchValues<char> ChineseStarts = SearchValues.Create(ChineseDigits + "〇两十百千万亿兆半");

    /// <summary>Whether a number can begin with this character.</summary>
    public static bool CanStart(char c) => char.IsAsciiDigit(c) || ChineseStarts.Contains(c);

    /// <summary>Reads the number at a place with its place value (万, k, million).</summary>
    /// <param name="source">The text it stands in.</param>
    /// <param name="at">Place of its first character.</param>
    public static Numeral Read(in OfferSource source, int at)
    {
        var text = source.Text;
        var found = char.IsAsciiDigit(text[at]) ? ReadDigits(source, at) : ReadChinese(text, at, source.Mega);
        var whole = found.IsNumber ? WithMagnitude(text, found, source.Mega) : found;
        return whole.Value <= Most ? whole : whole with { Kind = NumeralKind.None };
    }

    private static Numeral ReadDigits(in OfferSource source, int at)
    {
        var text = source.Text;
        var (end, value, run) = (at, 0.0, 0);
        while (end < text.Length)
        {
            if (char.IsAsciiDigit(text[end]))
            {
                value = (value * 10) + (text[end++] - '0');
                run++;
            }
            else if (text[end] == ',' && IsGroup(text, at, end) && source.IsAsWritten(end, ','))
            {
                end++;
            }
            else
            {
                break;
            }
        }

        var whole = end;
        var scale = 0.1;
        if (end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]))
        {
            for (end++; end < text.Length && char.IsAsciiDigit(text[end]); end++, scale /= 10)
            {
                value += (text[end] - '0') * scale;
            }
        }

        if (run > LongestRun || IsDotted(text, end))
        {
            return new(0, SkipRun(text, end), NumeralKind.None, false);
        }

        return Scientific(text, new(Math.Round(value, 9), end, end > whole ? NumeralKind.Decimal : NumeralKind.Whole, false));
    }

    // 1.2.3 is a version
    private static bool IsDotted(ReadOnlySpan<char> text, int end) => end + 1 < text.Length && text[end] == '.' && char.IsAsciiDigit(text[end + 1]);

    private static int SkipRun(ReadOnlySpan<char> text, int end)
    {
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || text[end] == '.'))
        {
            end++;
        }

        return end;
    }

    private static Numeral Scientific(ReadOnlySpan<char> text, Numeral number)
    {
        var at = number.End;
        if (at + 1 >= text.Length || text[at] != 'e' || !char.IsAsciiDigit(text[at + 1]))
        {
            return number;
        }

        var (end, power) = (at + 1, 0);
        while (end < text.Length && char.IsAsciiDigit(text[end]))
        {
            power = Math.Min(99, (power * 10) + (text[end++] - '0'));
        }

        return power <= 15 && !(end < text.Length && char.IsAsciiLetter(text[end]))
            ? new(number.Value * Math.Pow(10, power), end, NumeralKind.Whole, true)
            : number;
    }

    private static bool IsGroup(ReadOnlySpan<char> text, int start, int comma) =>
        comma - start is >= 1 and <= 15 && (comma - start <= 3 || text[comma - 4] == ',')
        && comma + 3 < text.Length && char.IsAsciiDigit(text[comma + 1]) && char.IsAsciiDigit(text[comma + 2]) && char.IsAsciiDigit(text[comma + 3])
        && !(comma + 4 < text.Length && char.IsAsciiDigit(text[comma + 4]));

    private static Numeral ReadChinese(ReadOnlySpan<char> text, int at, double mega)
    {
        if (text[at] == '半')
        {
            return new(0.5, at + 1, NumeralKind.ChineseDigits, false);
        }

        var (total, section, digit) = (0.0, 0.0, -1.0);
        var (end, digits, places, bare) = (at, 0, 0, Place(text[at], mega) > 10);
        for (; end < text.Length; end++)
        {
            var value = DigitOf(text[end]);
            if (value >= 0)
            {
                digit = places == 0 && digit >= 0 ? (digit * 10) + value : value;
                digits++;
                continue;
            }

            var place = Place(text[end], mega);
            if (place == 0 || digits > LongestRun)
            {
                break;
            }

            places++;
            if (place < 10_000)
            {
                section += (digit < 0 ? (section == 0 ? 1 : 0) : digit) * place;
            }
            else
            {
                section += Math.Max(0, digit);
                total = section == 0 && total > 0 ? total * place : total + (Math.Max(1, section) * place);
                section = 0;
            }

            digit = -1;
        }

        if (digits > LongestRun)
        {
            return new(0, end, NumeralKind.None, false);
        }

        var number = total + section + (digit < 0 ? 0 : digit * Trailing(text, end, places, mega));
        var kind = bare ? NumeralKind.Bare : places > 0 ? NumeralKind.Chinese : NumeralKind.ChineseDigits;
        return WithChinesePoint(text, new(number, end, kind, number >= 1000 && places > 0));
    }

    // 两万五 is 25,000: a last digit after a place counts in the next lower place
    private static double Trailing(ReadOnlySpan<char> text, int end, int places, double mega)
    {
        if (places == 0 || end < 2)
        {
            return 1;
        }

        var place = Place(text[end - 2], mega);
        return place >= 100 ? place / 10 : 1;
    }

    private static Numeral WithChinesePoint(ReadOnlySpan<char> text, Numeral number)
    {
        if (number.Kind != NumeralKind.ChineseDigits || number.End + 1 >= text.Length || text[number.End] != '点' || DigitOf(text[number.End + 1]) < 0)
        {
            return number;
        }

        var (value, end, scale) = (number.Value, number.End + 1, 0.1);
        for (; end < text.Length && DigitOf(text[end]) >= 0; end++, scale /= 10)
        {
            value += DigitOf(text[end]) * scale;
        }

        return new(Math.Round(value, 9), end, NumeralKind.Decimal, false);
    }

    private static Numeral WithMagnitude(ReadOnlySpan<char> text, Numeral number, double mega)
    {
        var at = number.End < text.Length && text[number.End] == ' ' ? number.End + 1 : number.End;
        at += at + 1 < text.Length && text[at] == '个' && text[at + 1] is '亿' or '万' ? 1 : 0;
        var (value, end) = (number.Value, at);
        while (end < text.Length && Place(text[end], mega) is var place and > 10)
        {
            value *= place;
            end++;
        }

        if (end > at && number.Kind != NumeralKind.Bare)
        {
            return new(value, end, number.Kind, true);
        }

        return number.Magnitude || number.Kind == NumeralKind.Bare ? number : LatinMagnitude(text, number);
    }

    private static Numeral LatinMagnitude(ReadOnlySpan<char> text, Numeral number)
    {
        var glued = number.End < text.Length && char.IsAsciiLetterLower(text[number.End]);
        var at = glued || number.End + 1 >= text.Length || text[number.End] != ' ' ? number.End : number.End + 1;
        var end = at;
        while (end < text.Length && char.IsAsciiLetterLower(text[end]) && end - at <= 12)
        {
            end++;
        }

        var word = text[at..end];
        var unit = word.IndexOf("tok", StringComparison.Ordinal) is var tail and > 0 ? word[..tail] : word;
        var power = Power(unit);
        var counts = power > 0 && (glued || unit.Length > 2 || IsBeforeToken(text, end));

        // A lone letter is a place value only where no digit follows: 5m2, 1t1
        return counts && !(end < text.Length && char.IsAsciiDigit(text[end]) && unit.Length < 3)
            ? new(number.Value * power, at + unit.Length, number.Kind, true)
            : number;
    }

    private static bool IsBeforeToken(ReadOnlySpan<char> text, int at) =>
        text[at..].TrimStart(' ').StartsWith("tok", StringComparison.Ordinal) || text[at..].TrimStart(' ').StartsWith("词元", StringComparison.Ordinal);

    private static double Power(ReadOnlySpan<char> unit) => unit switch
    {
        "k" or "thousand" => 1e3,
        "w" => 1e4,
        "m" or "mm" or "mil" or "mio" or "million" or "millions" => 1e6,
        "kw" => 1e7,
        "e" => 1e8,
        "b" or "bn" or "billion" or "billions" => 1e9,
        "t" or "tn" or "trillion" or "trillions" => 1e12,
        _ => 0,
    };

    private static double DigitOf(char c) => c switch { '〇' => 0, '两' => 2, _ => ChineseDigits.IndexOf(c, StringComparison.Ordinal) };

    private static double Place(char c, double mega) => c switch { '十' => 10, '百' => 100, '千' => 1000, '万' => 1e4, '亿' => 1e8, '兆' => mega, _ => 0 };
}
