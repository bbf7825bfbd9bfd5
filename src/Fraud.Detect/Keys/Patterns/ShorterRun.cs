namespace Fraud.Keys.Patterns;

/// <summary>Finds the places at which a run may end before its own end does, last first, without trying each.</summary>
/// <param name="Next">Bytes of the run that the rest may begin with.</param>
/// <param name="Dashes">What no key has, if the token may end in front of it.</param>
/// <param name="Head">The beginning of a token like it, if this one may end in front of it.</param>
internal readonly record struct ShorterRun(ByteSet Next, byte[]? Dashes, byte[]? Head)
{
    public Search Start(ReadOnlySpan<byte> text, int at, int min, int length) => new(this, text[(at + min)..], min, length);

    /// <summary>One way down, from the longest run to the shortest.</summary>
    internal ref struct Search(ShorterRun run, ReadOnlySpan<byte> text, int min, int length)
    {
        private readonly ReadOnlySpan<byte> _text = text;
        private int _left = length - min;
        private int _next = int.MaxValue;
        private int _dashes = int.MaxValue;
        private int _head = int.MaxValue;

        /// <summary>The next shorter length; -1 when there is none.</summary>
        public int Next()
        {
            _next = _next < _left ? _next : run.Next.LastIndexIn(_text[.._left]);
            _dashes = _dashes < _left ? _dashes : LastOf(run.Dashes);
            _head = _head < _left ? _head : LastOf(run.Head);
            _left = Math.Max(_next, Math.Max(_dashes, _head));
            return _left < 0 ? -1 : min + _left;
        }

        // It may reach beyond the run, but not begin there
        private readonly int LastOf(byte[]? mark) => mark is null ? -1 : _text[..Math.Min(_text.Length, _left + mark.Length - 1)].LastIndexOf(mark);
    }
}
