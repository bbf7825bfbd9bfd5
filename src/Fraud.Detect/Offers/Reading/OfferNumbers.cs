namespace Fraud.Offers;

/// <summary>What surrounds a number: dates, ranges, small change, 折.</summary>
internal static class OfferNumbers
{
    private const string FoldedThings = "叠磨旧线射戟断算现合页腾返";

    /// <summary>Whether the digits are a date or a time; then the number ends behind it.</summary>
    public static bool IsDateOrTime(ReadOnlySpan<char> text, int at, ref Numeral number)
    {
        var end = number.End;
        if (number.Kind != NumeralKind.Whole || end + 2 >= text.Length || !char.IsAsciiDigit(text[at]))
        {
            return false;
        }

        var isTime = text[end] == ':' && end - at <= 2 && char.IsAsciiDigit(text[end + 1]) && char.IsAsciiDigit(text[end + 2]);
        var isDate = text[end] is '-' or '/' or '.' && end - at == 4 && number.Value is >= 1990 and <= 2100 && char.IsAsciiDigit(text[end + 1]);
        if (!isTime && !isDate)
        {
            return false;
        }

        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] is ':' or '-' or '/' or '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        number = number with { End = end };
        return true;
    }

    /// <summary>3-5折, 100~200元: the dearer end counts, in the seller's favour.</summary>
    public static void TakeRange(in OfferSource source, ref Numeral number)
    {
        var text = source.Text;
        var sign = number.End;
        if (sign + 1 >= text.Length || text[sign] is not ('-' or '~' or '–' or '—' or '至' or '到') || !Numerals.CanStart(text[sign + 1]) || number.Kind == NumeralKind.Bare)
        {
            return;
        }

        var upper = Numerals.Read(source, sign + 1);
        if (upper.IsNumber && upper.Kind != NumeralKind.Bare && OfferUnits.Find(text, upper.End, out _) is { Kind: ElementKind.Zhe or ElementKind.Money or ElementKind.Percent })
        {
            number = upper with { Value = Math.Max(number.Value, upper.Value) };
        }
    }

    /// <summary>The share that is paid: 三折 0.3, 7.5折 0.75, 八五折 0.85; zero when it is no discount (折叠).</summary>
    public static (double Value, int End) Zhe(in OfferSource source, Numeral number, int end)
    {
        var text = source.Text;
        if (end < text.Length && FoldedThings.Contains(text[end], StringComparison.Ordinal))
        {
            return (0, end);
        }

        var share = Share(number);
        if (share > 0 && end + 1 < text.Length && text[end] is '-' or '~' or '到' or '至' && Numerals.CanStart(text[end + 1]))
        {
            var upper = Numerals.Read(source, end + 1);
            if (upper.IsNumber && upper.End < text.Length && text[upper.End] == '折')
            {
                return (Math.Max(share, Share(upper)), upper.End + 1);
            }
        }

        return (share, end);
    }

    /// <summary>9块9, 三毛五: what follows the unit without one of its own.</summary>
    public static (double Value, int End) WithSmallChange(ReadOnlySpan<char> text, double value, int end)
    {
        var scale = text[end - 1] switch { '块' => 0.1, '毛' => 0.01, _ => 0 };
        if (scale == 0 || end >= text.Length || !(char.IsAsciiDigit(text[end]) || "一二三四五六七八九".Contains(text[end], StringComparison.Ordinal)))
        {
            return (value, end);
        }

        var digit = char.IsAsciiDigit(text[end]) ? text[end] - '0' : "零一二三四五六七八九".IndexOf(text[end], StringComparison.Ordinal);
        var after = end + 1;
        if (after < text.Length && text[after] is '毛' or '角' or '分' && scale == (text[after] == '分' ? 0.01 : 0.1))
        {
            return (Math.Round(value + (digit * scale), 9), after + 1);
        }

        // 三毛五一刀: a Chinese digit with a unit of its own begins the next amount
        var next = after < text.Length && text[after] is >= '\u4E00' and <= '\u9FFF' && Numerals.CanStart(text[after]) && OfferUnits.Find(text, after + 1, out _) is not null;
        var goesOn = !next && after < text.Length && (char.IsAsciiDigit(text[after]) || text[after] == '.' || Numerals.CanStart(text[after]) || OfferUnits.Find(text, after, out _) is not null);
        return goesOn ? (value, end) : (Math.Round(value + (digit * scale), 9), after);
    }

    /// <summary>成品, 成本, 成功: a word that only begins like 三成.</summary>
    public static bool IsWordOfTenths(ReadOnlySpan<char> text, int end) => end < text.Length && "品本功为交都员人立就分绩果长熟".Contains(text[end], StringComparison.Ordinal);

    /// <summary>2026年, 9月, 30日: the calendar rather than a length of time.</summary>
    public static bool IsCalendar(ReadOnlySpan<char> text, Numeral number, int end) => text[end - 1] switch
    {
        '年' => number.Value is >= 1990 and <= 2100,
        '月' => end < 2 || text[end - 2] != '个',
        '日' => true,
        _ => false,
    };

    // 7.5折, 3折 and 三折 are tenths; 75折 and 八五折 hundredths; 十折 is no discount
    private static double Share(Numeral number) => number.Kind switch
    {
        NumeralKind.Bare => 0,
        NumeralKind.Decimal when number.Value >= 10 => 0,
        _ => number.Value switch { <= 10 => number.Value / 10, < 100 => number.Value / 100, _ => 0 },
    };
}
