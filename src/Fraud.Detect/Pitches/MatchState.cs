namespace Fraud.Pitches;

/// <summary>How far each wording has been matched in the text at hand; forgotten by counting up, not by clearing.</summary>
internal sealed class MatchState
{
    private (int Begin, int End, int Epoch)[] _steps = [];
    private int _epoch;

    public void Begin(int size)
    {
        if (_steps.Length < size)
        {
            _steps = new (int, int, int)[size];
        }

        _epoch++;
    }

    public void Set(int step, int begin, int end) => _steps[step] = (begin, end, _epoch);

    public bool TryGet(int step, out int begin, out int end)
    {
        (begin, end, var epoch) = _steps[step];
        return epoch == _epoch;
    }
}
