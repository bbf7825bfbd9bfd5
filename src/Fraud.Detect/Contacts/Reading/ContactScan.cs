using Fraud.Findings;
using Fraud.Text;

namespace Fraud.Contacts;

/// <summary>Gathers what the scanners find and settles overlaps.</summary>
internal sealed class ContactScan
{
    /// <summary>More contacts than this make no difference to anybody.</summary>
    public const int Most = 5000;
    private static readonly IReadOnlyList<Contact> None = [];
    private readonly List<ContactFound> _found = [];

    /// <summary>Whether there is room.</summary>
    public bool IsFull => _found.Count >= Most;

    /// <summary>Number found.</summary>
    public int Count => _found.Count;

    public void Clear() => _found.Clear();

    public void Add(string kind, string value, string role, TextSpan span, ContactRank rank, string detail = "")
    {
        if (!IsFull)
        {
            _found.Add(new(kind, value, role, span, rank, detail));
        }
    }

    /// <summary>The contacts in order of place, overlaps settled by rank, then by length.</summary>
    public IReadOnlyList<Contact> Settle(Func<TextSpan, bool> isReported) => _found.Count == 0 ? None : SettleFound(isReported);

    private List<Contact> SettleFound(Func<TextSpan, bool> isReported)
    {
        _found.Sort(static (a, b) => a.Span.Start != b.Span.Start ? a.Span.Start.CompareTo(b.Span.Start) : b.Rank.CompareTo(a.Rank));
        var contacts = new List<Contact>(_found.Count);
        var last = -1;
        for (var i = 0; i < _found.Count; i++)
        {
            if (_found[i].Rank == ContactRank.Nested || last < 0 || !_found[i].Span.Overlaps(_found[last].Span))
            {
                last = _found[i].Rank == ContactRank.Nested ? last : i;
                contacts.Add(Make(_found[i], isReported));
            }
            else if (IsStronger(_found[i], _found[last]))
            {
                Remove(contacts, _found[last]);
                contacts.Add(Make(_found[i], isReported));
                last = i;
            }
        }

        return contacts;
    }

    private static void Remove(List<Contact> contacts, ContactFound found)
    {
        for (var i = contacts.Count - 1; i >= 0; i--)
        {
            if (contacts[i].Span == found.Span && contacts[i].Kind == found.Kind)
            {
                contacts.RemoveAt(i);
                return;
            }
        }
    }

    private static bool IsStronger(ContactFound one, ContactFound other) => one.Rank > other.Rank || (one.Rank == other.Rank && one.Span.Length > other.Span.Length);

    private static Contact Make(ContactFound found, Func<TextSpan, bool> isReported) => new()
    {
        Kind = found.Kind,
        Value = found.Value,
        Role = isReported(found.Span) ? "reported" : found.Role,
        Detail = found.Detail,
        Start = found.Span.Start,
        End = found.Span.End,
    };
}
