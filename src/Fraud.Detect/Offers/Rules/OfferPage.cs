namespace Fraud.Offers;

/// <summary>The elements of a post and the ways to look around in them. Every look is bounded, so that reading stays linear.</summary>
internal readonly ref struct OfferPage(Span<OfferElement> elements, OfferSource source, PriceTable prices, DateOnly? day, List<OfferDraft> drafts)
{
    /// <summary>A look goes over at most this many elements.</summary>
    private const int Reach = 32;
    private const int WeakBreak = 2;
    private const int StrongBreak = 30;

    public delegate bool Test(in OfferPage page, int index);

    public Span<OfferElement> Elements { get; } = elements;

    public OfferSource Source { get; } = source;

    public PriceTable Prices { get; } = prices;

    public DateOnly? Day { get; } = day;

    public int Count => Elements.Length;

    public ref OfferElement this[int index] => ref Elements[index];

    public OfferDraft Add(OfferDraft draft)
    {
        drafts.Add(draft);
        return draft;
    }

    /// <summary>Whether an element exists and is of this kind.</summary>
    public bool Is(int index, ElementKind kind) => (uint)index < (uint)Count && Elements[index].Kind == kind;

    /// <summary>Whether an element exists and is this word.</summary>
    public bool Is(int index, OfferWord word) => (uint)index < (uint)Count && Elements[index].Is(word);

    /// <summary>Characters other than spaces between two elements in order.</summary>
    public int Gap(int first, int second)
    {
        var between = Source.Text[Math.Min(Elements[first].End, Elements[second].Start)..Elements[second].Start];
        if (between.Length > 64)
        {
            return between.Length;
        }

        var count = 0;
        foreach (var c in between)
        {
            count += c == ' ' ? 0 : 1;
        }

        return count;
    }

    /// <summary>Whether two neighbours stand side by side, give or take a few characters.</summary>
    public bool Touch(int first, int second, int gap = 1) => first >= 0 && second < Count && Gap(first, second) <= gap;

    /// <summary>The nearest element that passes, by characters and breaks in between; -1 when none is within the reach.</summary>
    public int Nearest(int from, int to, int reach, Test test)
    {
        var before = Look(from, -1, reach, test, out var distanceBefore);
        var after = Look(to, 1, reach, test, out var distanceAfter);
        return before < 0 ? after : after < 0 || distanceBefore <= distanceAfter ? before : after;
    }

    /// <summary>Whether the clause (weak) or sentence (strong) around an element has one that passes.</summary>
    public int Within(int at, double level, Test test)
    {
        for (var i = at; i >= 0 && at - i < Reach && !IsBreak(i, level); i--)
        {
            if (test(this, i))
            {
                return i;
            }
        }

        for (var i = at + 1; i < Count && i - at < Reach && !IsBreak(i, level); i++)
        {
            if (test(this, i))
            {
                return i;
            }
        }

        return -1;
    }

    /// <summary>Whether the clause or sentence around an element has this word.</summary>
    public bool HasWord(int at, double level, OfferWord word)
    {
        for (var i = at; i >= 0 && at - i < Reach && !IsBreak(i, level); i--)
        {
            if (Elements[i].Is(word))
            {
                return true;
            }
        }

        for (var i = at + 1; i < Count && i - at < Reach && !IsBreak(i, level); i++)
        {
            if (Elements[i].Is(word))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether an element states a price: money, or a number that a word says is one.</summary>
    public bool IsPrice(int index)
    {
        ref var element = ref Elements[index];
        if (element.Has(ElementTraits.Used) || element.Value <= 0 || IsGift(index))
        {
            return false;
        }

        if (element.Kind == ElementKind.Money)
        {
            return true;
        }

        return element.Kind == ElementKind.Number && !element.Has(ElementTraits.Bare) && (IsCued(index) || IsFollowedByUnit(index));
    }

    /// <summary>Takes the price: its currency, or the one people here pay in.</summary>
    public void TakePrice(OfferDraft draft, int index, bool isConvention = false)
    {
        ref var element = ref Elements[index];
        element.Traits |= ElementTraits.Used;
        draft.Price = element.Value;
        draft.Currency = element.Kind == ElementKind.Money ? element.Name! : InferCurrency();
        draft.CurrencyInferred = element.Kind != ElementKind.Money && !isConvention;
        draft.Cover(element);
    }

    /// <summary>Whether a break of at least this level stands here.</summary>
    public bool IsBreak(int index, double level) => Elements[index].Kind == ElementKind.Break && Elements[index].Value >= level;

    // 送 5 刀, 到账 2 刀: what one gets
    private bool IsGift(int index) => index > 0 && Elements[index - 1] is { Kind: ElementKind.Word, Word: OfferWord.Give or OfferWord.Get } && Touch(index - 1, index);

    private bool IsCued(int index) => index > 0 && Elements[index - 1] is { Kind: ElementKind.Word, Word: OfferWord.PriceCue or OfferWord.Price } && Touch(index - 1, index);

    private bool IsFollowedByUnit(int index) =>
        index + 1 < Count && Touch(index, index + 1, 0) && (Elements[index + 1].Is(OfferWord.Each) || (Elements[index + 1].Kind == ElementKind.Period && Elements[index + 1].Has(ElementTraits.PerPeriod)));

    private string InferCurrency()
    {
        foreach (ref var element in Elements[..Math.Min(Count, 256)])
        {
            if (element.Kind == ElementKind.Money && !element.Has(ElementTraits.Dollar))
            {
                return element.Name!;
            }
        }

        return Source.HasKana ? "JPY" : Source.HasHan ? "CNY" : "USD";
    }

    private int Look(int from, int step, int reach, Test test, out int distance)
    {
        distance = 0;
        var last = from;
        for (var i = from + step; i >= 0 && i < Count && Math.Abs(i - from) <= Reach; i += step)
        {
            distance += step > 0 ? Elements[i].Start - Elements[last].End : Elements[last].Start - Elements[i].End;
            distance += Elements[i].Kind == ElementKind.Break ? Elements[i].Value > 1 ? StrongBreak : WeakBreak : 0;
            if (distance > reach)
            {
                break;
            }

            if (test(this, i))
            {
                return i;
            }

            distance += Elements[i].End - Elements[i].Start;
            last = i;
        }

        return -1;
    }
}
