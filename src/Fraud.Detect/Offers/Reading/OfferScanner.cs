using System.Buffers;

namespace Fraud.Offers;

/// <summary>Breaks a post into the elements of offers, in one pass. One per thread; the list is valid until the next scan.</summary>
internal sealed class OfferScanner(NameTrie names)
{
    /// <summary>A post with more is judged on its beginning; a page of prices has a few hundred.</summary>
    private const int MostElements = 1 << 14;
    private const string Strong = "。!?;\n";
    private const string Weak = ",、()【】「」“”\"[]{}|<>";
    private static readonly SearchValues<char> StrongBreaks = SearchValues.Create(Strong);
    private static readonly SearchValues<char> WeakBreaks = SearchValues.Create(Weak);
    private readonly CharRole[] _roles = Roles(names);
    private OfferElement[] _elements = new OfferElement[64];
    private int _count;

    /// <summary>The names it knows.</summary>
    public NameTrie Names { get; } = names;

    /// <summary>What the rules have read so far.</summary>
    public List<OfferDraft> Drafts { get; } = [];

    /// <summary>The elements of the last scan.</summary>
    public Span<OfferElement> Elements => _elements.AsSpan(0, _count);

    /// <summary>Reads a text.</summary>
    public void Scan(in OfferSource source)
    {
        _count = 0;
        var text = source.Text;
        for (var i = 0; i < text.Length && _count < MostElements;)
        {
            i = _roles[text[i]] switch
            {
                CharRole.None => i + 1,
                CharRole.Break => Break(text, i),
                CharRole.Skip => SkipHandle(text, i),
                CharRole.Name => Name(source, i),
                _ => Number(source, i),
            };
        }
    }

    private static CharRole[] Roles(NameTrie names)
    {
        var roles = new CharRole[char.MaxValue + 1];
        for (var c = 0; c < roles.Length; c++)
        {
            var ch = (char)c;
            roles[c] = Numerals.CanStart(ch) ? CharRole.Number
                : StrongBreaks.Contains(ch) || WeakBreaks.Contains(ch) || ch == '.' ? CharRole.Break
                : ch is '@' or '#' ? CharRole.Skip
                : char.IsAsciiLetter(ch) || names.CanStart(ch) ? CharRole.Name
                : CharRole.None;
        }

        return roles;
    }

    private ref OfferElement Add(ElementKind kind, int start, int end, double value = 0)
    {
        if (_count == _elements.Length)
        {
            Array.Resize(ref _elements, _count * 2);
        }

        ref var element = ref _elements[_count++];
        element = new() { Kind = kind, Start = start, End = end, Value = value };
        return ref element;
    }

    private int Break(ReadOnlySpan<char> text, int at)
    {
        var c = text[at];
        if (c == '.')
        {
            // Only the point at the end of a sentence; .12 is a number
            var ends = at + 1 == text.Length || text[at + 1] is ' ' or '\n';
            if (ends)
            {
                Add(ElementKind.Break, at, at + 1, 2);
            }

            return at + 1;
        }

        Add(ElementKind.Break, at, at + 1, StrongBreaks.Contains(c) ? 2 : 1);
        return at + 1;
    }

    // The digits of @name_01 and #123 are no amounts
    private static int SkipHandle(ReadOnlySpan<char> text, int at)
    {
        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_'))
        {
            end++;
        }

        return end;
    }

    private int Name(in OfferSource source, int at)
    {
        var text = source.Text;
        if (Names.Find(text, at, out var end) is not { } entry)
        {
            return char.IsAsciiLetter(text[at]) ? SkipWord(text, at) : at + 1;
        }

        if (entry.Kind == ElementKind.Tokens && !(_count > 0 && _elements[_count - 1].Kind == ElementKind.Money && at - _elements[_count - 1].End <= 1))
        {
            // "/m" is a rate only behind an amount
            return at + 1;
        }

        if (entry.Kind == ElementKind.Currency)
        {
            return Currency(source, at, end, entry);
        }

        ref var element = ref Add(entry.Kind, at, end, entry.Value);
        (element.Word, element.Name, element.Row, element.Traits) = (entry.Word, entry.Name, entry.Row, entry.Traits);
        if (entry.Word == OfferWord.Token || entry.Word == OfferWord.Credit)
        {
            TokenNoun(entry.Word);
        }

        return entry.Kind is ElementKind.Model ? SkipVersion(text, end) : end;
    }

    // vx123, https://…/?aff=AB12, gpt-oss-20b: nothing in it counts
    private static int SkipWord(ReadOnlySpan<char> text, int at)
    {
        if (text[at..].StartsWith("http", StringComparison.Ordinal))
        {
            var length = text[at..].IndexOfAnyExceptInRange('!', '~');
            return length < 0 ? text.Length : at + length;
        }

        var end = at + 1;
        while (end < text.Length && (char.IsAsciiLetterOrDigit(text[end]) || text[end] == '_' || (text[end] is '-' or '.' && end + 1 < text.Length && char.IsAsciiLetterOrDigit(text[end + 1]) && char.IsAsciiLetterOrDigit(text[end - 1]))))
        {
            end++;
        }

        return end;
    }

    // A version the price table does not know: GPT-9.9, Claude 3
    private static int SkipVersion(ReadOnlySpan<char> text, int at)
    {
        var from = at < text.Length && text[at] is '-' or ' ' or '_' or 'v' ? at + 1 : at;
        from += from < text.Length && text[from] == 'v' ? 1 : 0;
        var end = from;
        while (end < text.Length && (char.IsAsciiDigit(text[end]) || (text[end] == '.' && end + 1 < text.Length && char.IsAsciiDigit(text[end + 1]))))
        {
            end++;
        }

        var length = end - from;
        var spaced = from > at && text[at] == ' ';
        if (length == 0 || (spaced && (length > 3 || (length > 1 && text[from + 1] != '.'))) || OfferUnits.Follows(text, end))
        {
            return at;
        }

        return end;
    }

    private int Currency(in OfferSource source, int at, int end, NameEntry entry)
    {
        var text = source.Text;
        var from = end < text.Length && text[end] == ' ' ? end + 1 : end;
        if (from < text.Length && entry.Name is not null && (char.IsAsciiDigit(text[from]) || (text[from] == '.' && from + 1 < text.Length && char.IsAsciiDigit(text[from + 1]))))
        {
            var number = ReadPlain(source, from);
            var unit = OfferUnits.Find(text, number.End, out var unitEnd);
            var isOwn = unit is { Kind: ElementKind.Money };
            if (number.IsNumber && (entry.Value > 0 || unit is null))
            {
                ref var money = ref Add(ElementKind.Money, at, isOwn ? unitEnd : number.End, number.Value);
                money.Name = text[at] == '¥' && source.HasKana ? "JPY" : isOwn && entry.Name == "USD" ? unit!.Name : entry.Name;
                money.Traits = entry.Traits;
                return money.End;
            }
        }

        // 元/刀, 每刀: one dollar
        var per = _count > 0 && _elements[_count - 1].Is(OfferWord.Per) && at - _elements[_count - 1].End <= 1;
        ref var bare = ref Add(per && entry.Name == "USD" ? ElementKind.Money : ElementKind.Currency, at, end, 1);
        (bare.Name, bare.Traits) = (entry.Name, entry.Traits);
        return end;
    }

    private static Numeral ReadPlain(in OfferSource source, int at)
    {
        if (source.Text[at] != '.')
        {
            return Numerals.Read(source, at);
        }

        var (value, end, scale) = (0.0, at + 1, 0.1);
        for (; end < source.Text.Length && char.IsAsciiDigit(source.Text[end]); end++, scale /= 10)
        {
            value += (source.Text[end] - '0') * scale;
        }

        return new(Math.Round(value, 9), end, NumeralKind.Decimal, false);
    }

    private int Number(in OfferSource source, int at)
    {
        var text = source.Text;
        if (!char.IsAsciiDigit(text[at]) && Names.Find(text, at, out var nameEnd) is not null)
        {
            // 一个月, 半价, 一杯奶茶: a word before a number, unless the number reads further
            var longer = Numerals.Read(source, at);
            if (!longer.IsNumber || longer.End <= nameEnd)
            {
                return Name(source, at);
            }
        }

        if (Names.CanStart(text[at]) && Names.Find(text, at, out var weakEnd) is { Kind: ElementKind.WeakPlan or ElementKind.Plan })
        {
            return weakEnd > at ? Name(source, at) : at + 1;
        }

        var number = Numerals.Read(source, at);
        if (!number.IsNumber || (at > 0 && text[at - 1] is '第' or '几' or '数' or '上') || OfferNumbers.IsDateOrTime(text, at, ref number))
        {
            return Math.Max(number.End, at + 1);
        }

        OfferNumbers.TakeRange(source, ref number);
        return Unit(source, at, number);
    }

    private int Unit(in OfferSource source, int at, Numeral number)
    {
        var text = source.Text;
        var unit = OfferUnits.Find(text, number.End, out var end);
        if (unit is null)
        {
            return IsDollarSlang(text, number.End) ? Dollars(at, number) : Plain(at, number);
        }

        var (value, kind) = (number.Value * (unit.Value == 0 ? 1 : unit.Value), unit.Kind);
        if (kind == ElementKind.Zhe)
        {
            (value, end) = OfferNumbers.Zhe(source, number, end);
            if (value <= 0)
            {
                return end;
            }
        }
        else if (kind == ElementKind.Money)
        {
            (value, end) = OfferNumbers.WithSmallChange(text, value, end);
        }
        else if (kind == ElementKind.Percent && text[end - 1] == '成' && OfferNumbers.IsWordOfTenths(text, end))
        {
            return end;
        }
        else if (kind == ElementKind.Period && OfferNumbers.IsCalendar(text, number, end))
        {
            return end;
        }

        ref var element = ref Add(kind, at, end, value);
        element.Name = unit.Name;
        element.Traits = (unit.Traits & ~ElementTraits.Bare) | TraitsOf(number);
        return kind == ElementKind.Money && source.HadSlash(end) ? Slash(text, end) : end;
    }

    // 元/月, 元/个, 元/刀, 元/百万 whose slash was closed as a gap
    private int Slash(ReadOnlySpan<char> text, int at)
    {
        var months = text[at] switch { '月' => 1, '年' => 12, '季' => 3, '周' => 0.25, '天' or '日' => 1 / 30.0, _ => 0 };
        if (months > 0)
        {
            Add(ElementKind.Period, at, at + 1, months).Traits = ElementTraits.PerPeriod;
            return at + 1;
        }

        var isUnit = text[at] is '个' or '支' or '张' or '份' or '号' or '条' or '人' or '位';
        Add(ElementKind.Word, at, isUnit ? at + 1 : at).Word = !isUnit ? OfferWord.Per : text[at] is '人' or '位' ? OfferWord.PerHead : OfferWord.Each;
        return isUnit ? at + 1 : at;
    }

    // 1r=1d: the letter means dollars only opposite another amount
    private bool IsDollarSlang(ReadOnlySpan<char> text, int at)
    {
        if (at >= text.Length || text[at] != 'd' || (at + 1 < text.Length && char.IsAsciiLetterOrDigit(text[at + 1])))
        {
            return false;
        }

        var last = _count > 0 && _elements[_count - 1].Is(OfferWord.Link) ? _count - 2 : _count - 1;
        return last >= 0 && _elements[last].Kind == ElementKind.Money && at - _elements[last].End <= 4;
    }

    private int Dollars(int at, Numeral number)
    {
        ref var element = ref Add(ElementKind.Money, at, number.End + 1, number.Value);
        (element.Name, element.Traits) = ("USD", ElementTraits.Dollar);
        return number.End + 1;
    }

    private int Plain(int at, Numeral number)
    {
        var per = _count > 0 && _elements[_count - 1].Is(OfferWord.Per) && at - _elements[_count - 1].End <= 1;
        if (per && number.Value is 1e3 or 1e4 or 1e6 or 1e8 or 1e9)
        {
            Add(ElementKind.Tokens, at, number.End, number.Value).Traits = ElementTraits.Base;
        }
        else if (number.Kind != NumeralKind.Bare && _count > 0 && _elements[_count - 1].Is(OfferWord.Token) && number.Magnitude && at - _elements[_count - 1].End <= 1)
        {
            // Token 100M
            Add(ElementKind.Tokens, at, number.End, number.Value);
        }
        else
        {
            Add(ElementKind.Number, at, number.End, number.Value).Traits = TraitsOf(number);
        }

        return number.End;
    }

    private static ElementTraits TraitsOf(Numeral number) =>
        (number.Magnitude ? ElementTraits.Magnitude : 0) | (number.Kind == NumeralKind.Bare ? ElementTraits.Bare : 0)
        | (number.Kind is NumeralKind.ChineseDigits or NumeralKind.Chinese ? ElementTraits.Chinese : 0);

    // 1亿 token, 100 million Opus tokens: the number before the noun; 额度 only for a large number without a currency
    private void TokenNoun(OfferWord word)
    {
        var noun = _count - 1;
        var at = noun - 1;
        while (at >= 0 && _elements[at].Kind is ElementKind.Model && noun - at <= 2)
        {
            at--;
        }

        if (at < 0 || _elements[at].Kind is not (ElementKind.Number or ElementKind.Tokens or ElementKind.Count) || _elements[noun].Start - _elements[noun - 1].End > 4
            || _elements[at + 1].Start - _elements[at].End > 4)
        {
            return;
        }

        ref var number = ref _elements[at];
        if (number.Kind == ElementKind.Tokens)
        {
            number.End = Math.Max(number.End, at + 1 == noun ? _elements[noun].End : number.End);
        }
        else if (word == OfferWord.Token || (number.Has(ElementTraits.Magnitude | ElementTraits.Bare) && number.Value >= 1e6))
        {
            number.Kind = ElementKind.Tokens;
            number.Traits |= number.Has(ElementTraits.Bare) ? ElementTraits.Base : 0;
            number.End = at + 1 == noun ? _elements[noun].End : number.End;
        }
    }
}
