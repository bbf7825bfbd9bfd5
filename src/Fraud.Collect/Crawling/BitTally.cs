namespace Fraud.Collect.Crawling;

/// <summary>Counts, for each of 64 bits, the numbers in which it is set. The counters lie across: plane n holds the n-th digit of all of them, so that adding a number is a few operations on whole words.</summary>
internal sealed class BitTally
{
    private const int Planes = 20;
    private const int InLot = 15;
    private readonly ulong[] _planes = new ulong[Planes];
    private ulong _ones;
    private ulong _twos;
    private ulong _fours;
    private ulong _eights;
    private int _inLot;
    private int _count;

    /// <summary>Adds a number; of at most a million.</summary>
    public void Add(ulong number)
    {
        // Four digits are kept apart and added to the planes when they are full: most numbers touch only them
        var carry = _ones & number;
        _ones ^= number;
        var next = _twos & carry;
        _twos ^= carry;
        carry = _fours & next;
        _fours ^= next;
        _eights ^= carry;
        _count++;
        if (++_inLot == InLot)
        {
            Flush();
        }
    }

    /// <summary>The bits that are set in more than half of the numbers.</summary>
    public ulong Majority()
    {
        Flush();
        var half = _count / 2;
        var (above, equal) = (0UL, ulong.MaxValue);
        for (var plane = Planes - 1; plane >= 0; plane--)
        {
            var wanted = ((half >> plane) & 1) == 1 ? ulong.MaxValue : 0;
            above |= equal & _planes[plane] & ~wanted;
            equal &= ~(_planes[plane] ^ wanted);
        }

        return above;
    }

    private void Flush()
    {
        ReadOnlySpan<ulong> lot = [_ones, _twos, _fours, _eights];
        var carry = 0UL;
        for (var plane = 0; plane < Planes; plane++)
        {
            var digit = plane < lot.Length ? lot[plane] : 0;
            var sum = _planes[plane] ^ digit;
            var both = _planes[plane] & digit;
            _planes[plane] = sum ^ carry;
            carry = both | (sum & carry);
        }

        (_ones, _twos, _fours, _eights, _inLot) = (0, 0, 0, 0, 0);
    }
}
